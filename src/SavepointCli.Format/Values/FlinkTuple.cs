using System.Collections;

namespace SavepointCli.Format.Values;

/// <summary>A Flink tuple (<c>Tuple0</c> to <c>Tuple25</c>) or Scala case class: fields by position.</summary>
/// <param name="fields">The fields; the tuple takes the array over.</param>
public sealed class FlinkTuple(params object?[] fields) : IReadOnlyList<object?>, IEquatable<FlinkTuple>
{
    /// <inheritdoc/>
    public int Count => fields.Length;

    /// <inheritdoc/>
    public object? this[int index] => fields[index];

    /// <inheritdoc/>
    public bool Equals(FlinkTuple? other) => other is not null && Structure.SameFields(this, other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FlinkTuple);

    /// <inheritdoc/>
    public override int GetHashCode() => Structure.HashOf(fields);

    /// <inheritdoc/>
    public IEnumerator<object?> GetEnumerator() => ((IEnumerable<object?>)fields).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => fields.GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => $"({string.Join(",", fields)})";
}
