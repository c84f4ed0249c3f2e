namespace SavepointCli.Streaming.Types;

/// <summary>
/// A <see cref="ValueTuple"/>, in Flink <c>Tuple1</c> to <c>Tuple7</c>. The parts are read and written through the boxed
/// tuple by position. Mirrors <c>TupleTypeInfo</c>.
/// </summary>
public sealed class TupleTypeInformation<TTuple> : TypeInformation<TTuple>
{
    private readonly Func<object?[], TTuple> _create;
    private readonly Func<TTuple, object?[]> _split;

    internal TupleTypeInformation(
        IReadOnlyList<TypeInformation> fields, Func<object?[], TTuple> create, Func<TTuple, object?[]> split)
    {
        Fields = fields;
        _create = create;
        _split = split;
    }

    /// <summary>The types of the fields <c>f0</c>, <c>f1</c> and so on.</summary>
    public IReadOnlyList<TypeInformation> Fields { get; }

    /// <summary>Java binary name, e.g. <c>org.apache.flink.api.java.tuple.Tuple2</c>.</summary>
    public string JavaName => $"org.apache.flink.api.java.tuple.Tuple{Fields.Count}";

    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.Tuple;

    /// <inheritdoc/>
    public override string? ReasonAgainstKey => Fields.Select(part => part.ReasonAgainstKey).FirstOrDefault(reason => reason is not null);

    /// <summary>The tuple of these fields, given in order.</summary>
    public TTuple Create(object?[] fields) => _create(fields);

    /// <summary>The fields of <paramref name="tuple"/> in order.</summary>
    public object?[] Split(TTuple tuple) => _split(tuple);

    /// <inheritdoc/>
    public override TResult Accept<TResult>(ITypeVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override string ToString() => $"Tuple{Fields.Count}<{string.Join(", ", Fields)}>";
}
