namespace SavepointCli.Format.Values;

/// <summary>
/// A decoded value together with its bytes, where one value has many encodings: of Kryo, of Java's serialization, of the Table
/// runtime's arrays and maps. The bytes are what is written back.
/// </summary>
/// <param name="Value">The decoded value: a list, a map, a text, a number ...</param>
/// <param name="Bytes">The stored bytes, without a length in front.</param>
public sealed record StoredValue(object? Value, ReadOnlyMemory<byte> Bytes)
{
    /// <inheritdoc/>
    public bool Equals(StoredValue? other) => other is not null && Bytes.Span.SequenceEqual(other.Bytes.Span);

    /// <inheritdoc/>
    public override int GetHashCode() => Bytes.Length;
}
