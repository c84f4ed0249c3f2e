using System.Collections;

namespace SavepointCli.Format.Values;

/// <summary>A <c>org.apache.flink.types.Row</c>: fields by position, each of which can be null. Names of fields are never stored.</summary>
/// <param name="kind">Kind of change.</param>
/// <param name="fields">The fields; the row takes the array over.</param>
public sealed class FlinkRow(RowKind kind, params object?[] fields) : IReadOnlyList<object?>, IEquatable<FlinkRow>
{
    /// <summary>Kind of change.</summary>
    public RowKind Kind => kind;

    /// <inheritdoc/>
    public int Count => fields.Length;

    /// <inheritdoc/>
    public object? this[int index] => fields[index];

    /// <inheritdoc/>
    public bool Equals(FlinkRow? other) => other is not null && Kind == other.Kind && Structure.SameFields(this, other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FlinkRow);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(kind, Structure.HashOf(fields));

    /// <inheritdoc/>
    public IEnumerator<object?> GetEnumerator() => ((IEnumerable<object?>)fields).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => fields.GetEnumerator();
}
