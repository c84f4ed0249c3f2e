namespace SavepointCli.Format.Values;

/// <summary>A value whose bytes only its own class can read, e.g. of a class that Kryo serialises field by field.</summary>
/// <param name="ClassName">The class that could read it.</param>
/// <param name="Bytes">The stored bytes, as they are.</param>
public sealed record OpaqueValue(string ClassName, ReadOnlyMemory<byte> Bytes)
{
    /// <inheritdoc/>
    public bool Equals(OpaqueValue? other) =>
        other is not null && ClassName == other.ClassName && Bytes.Span.SequenceEqual(other.Bytes.Span);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ClassName, Bytes.Length);
}
