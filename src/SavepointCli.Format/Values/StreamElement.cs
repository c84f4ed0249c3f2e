namespace SavepointCli.Format.Values;

/// <summary>One element of a stream: a record, or what Flink sends between records.</summary>
/// <param name="Tag">Flink's tag: 0 record with timestamp, 1 record, 2 watermark, 3 latency marker, 4 status, 5 attributes, 6 internal watermark.</param>
/// <param name="Timestamp">Milliseconds since the epoch of a record or watermark, if it has one.</param>
/// <param name="Value">The record; of elements that are no records the remaining fields as <see cref="RawValue"/>, or null.</param>
public sealed record StreamElement(int Tag, long? Timestamp, object? Value)
{
    /// <inheritdoc/>
    public bool Equals(StreamElement? other) =>
        other is not null && Tag == other.Tag && Timestamp == other.Timestamp && Structure.Same(Value, other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Tag, Timestamp);
}
