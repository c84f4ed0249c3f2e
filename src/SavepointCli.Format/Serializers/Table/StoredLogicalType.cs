namespace SavepointCli.Format.Serializers.Table;

/// <summary>A type of SQL and the stream of Java objects that holds it.</summary>
/// <param name="Type">The type.</param>
/// <param name="Stream">The stream as it stands, to be written back.</param>
public sealed record StoredLogicalType(LogicalType Type, ReadOnlyMemory<byte> Stream)
{
    /// <summary>Same bytes.</summary>
    public bool Equals(StoredLogicalType? other) => other is not null && Stream.Span.SequenceEqual(other.Stream.Span);

    /// <inheritdoc/>
    public override int GetHashCode() => Type.GetHashCode();
}
