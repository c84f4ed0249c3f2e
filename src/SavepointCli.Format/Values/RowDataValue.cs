using System.Collections;

namespace SavepointCli.Format.Values;

/// <summary>A row of the Table runtime (<c>RowData</c>): fields by position, with the bytes they were read from.</summary>
/// <param name="kind">Kind of change.</param>
/// <param name="fields">The decoded fields.</param>
/// <param name="bytes">The binary row, which is what is written back.</param>
public sealed class RowDataValue(RowKind kind, object?[] fields, ReadOnlyMemory<byte> bytes) : IReadOnlyList<object?>, IEquatable<RowDataValue>
{
    /// <summary>Kind of change.</summary>
    public RowKind Kind => kind;

    /// <summary>The binary row, without its length.</summary>
    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <inheritdoc/>
    public int Count => fields.Length;

    /// <inheritdoc/>
    public object? this[int index] => fields[index];

    /// <summary>Same bytes: Flink keys rows by them.</summary>
    public bool Equals(RowDataValue? other) => other is not null && Bytes.Span.SequenceEqual(other.Bytes.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RowDataValue);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(bytes.Span);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<object?> GetEnumerator() => ((IEnumerable<object?>)fields).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => fields.GetEnumerator();
}
