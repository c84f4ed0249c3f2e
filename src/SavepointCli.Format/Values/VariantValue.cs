namespace SavepointCli.Format.Values;

/// <summary>A <c>Variant</c>: semi-structured data in the encoding that Parquet defines.</summary>
/// <param name="Value">The value's bytes.</param>
/// <param name="Metadata">The dictionary of field names.</param>
public sealed record VariantValue(ReadOnlyMemory<byte> Value, ReadOnlyMemory<byte> Metadata)
{
    /// <inheritdoc/>
    public bool Equals(VariantValue? other) =>
        other is not null && Value.Span.SequenceEqual(other.Value.Span) && Metadata.Span.SequenceEqual(other.Metadata.Span);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Value.Length, Metadata.Length);
}
