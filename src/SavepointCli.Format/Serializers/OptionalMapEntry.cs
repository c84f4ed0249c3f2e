namespace SavepointCli.Format.Serializers;

/// <summary>
/// One entry of a <c>LinkedOptionalMap</c>. Key and value lie in frames with a length each, so that an entry whose class is not known
/// does not end the reading.
/// </summary>
/// <param name="Name">Name of the entry.</param>
/// <param name="Key">Bytes of the key's frame; null if the key was absent.</param>
/// <param name="Value">Bytes of the value's frame; null if the value was absent.</param>
/// <param name="Snapshot">The value where it is the snapshot of a serializer that we know, else null.</param>
public sealed record OptionalMapEntry(string Name, ReadOnlyMemory<byte>? Key, ReadOnlyMemory<byte>? Value, SerializerSnapshot? Snapshot = null)
{
    /// <summary>Same name and same bytes.</summary>
    public bool Equals(OptionalMapEntry? other) =>
        other is not null && Name == other.Name && SameFrame(Key, other.Key) && SameFrame(Value, other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    private static bool SameFrame(ReadOnlyMemory<byte>? left, ReadOnlyMemory<byte>? right) =>
        left.HasValue == right.HasValue && left.GetValueOrDefault().Span.SequenceEqual(right.GetValueOrDefault().Span);
}
