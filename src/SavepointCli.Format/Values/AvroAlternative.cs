namespace SavepointCli.Format.Values;

/// <summary>A value of an Avro union that could be of an earlier alternative as well, so that the position must be kept.</summary>
/// <param name="Index">Position of the alternative in the union.</param>
/// <param name="Value">The value.</param>
public sealed record AvroAlternative(int Index, object? Value)
{
    /// <inheritdoc/>
    public bool Equals(AvroAlternative? other) => other is not null && Index == other.Index && Structure.Same(Value, other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Index;
}
