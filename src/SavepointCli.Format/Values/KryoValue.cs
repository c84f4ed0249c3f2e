namespace SavepointCli.Format.Values;

/// <summary>A value that Kryo wrote and that could be decoded. Its bytes are kept: they are what is written back.</summary>
/// <param name="Value">The decoded value: a list, a map, a text, a number ...</param>
/// <param name="Bytes">The stored bytes.</param>
public sealed record KryoValue(object? Value, ReadOnlyMemory<byte> Bytes)
{
    /// <inheritdoc/>
    public bool Equals(KryoValue? other) => other is not null && Bytes.Span.SequenceEqual(other.Bytes.Span);

    /// <inheritdoc/>
    public override int GetHashCode() => Bytes.Length;
}
