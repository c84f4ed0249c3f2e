namespace SavepointCli.Format.Values;

/// <summary>A value whose bytes do not fit its serializer. Its bytes are kept; who reads says why.</summary>
/// <param name="Bytes">The stored bytes.</param>
public sealed record UnreadableValue(ReadOnlyMemory<byte> Bytes);
