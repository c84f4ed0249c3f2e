namespace SavepointCli.Format.Values;

/// <summary>Exactly one of two: <c>org.apache.flink.types.Either</c>.</summary>
/// <param name="IsLeft">Which side.</param>
/// <param name="Value">The value of that side.</param>
public sealed record FlinkEither(bool IsLeft, object? Value)
{
    /// <inheritdoc/>
    public bool Equals(FlinkEither? other) => other is not null && IsLeft == other.IsLeft && Structure.Same(Value, other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => IsLeft.GetHashCode();
}
