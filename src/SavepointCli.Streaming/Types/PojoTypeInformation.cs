namespace SavepointCli.Streaming.Types;

/// <summary>
/// A class with <see cref="JavaTypeAttribute"/>. Its fields are sorted by Java name, as <c>PojoTypeInfo</c> sorts them: the
/// order of the values in the stream.
/// </summary>
public sealed class PojoTypeInformation<TPojo> : TypeInformation<TPojo>
    where TPojo : class
{
    private readonly Func<object?[], TPojo> _create;

    internal PojoTypeInformation(string javaName, IReadOnlyList<PojoField> fields, Func<object?[], TPojo> create)
    {
        JavaName = javaName;
        Fields = fields;
        _create = create;
    }

    /// <summary>Java binary name under which snapshots record the class.</summary>
    public string JavaName { get; }

    /// <summary>The fields, sorted by Java name.</summary>
    public IReadOnlyList<PojoField> Fields { get; }

    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.Pojo;

    /// <inheritdoc/>
    public override string ReasonAgainstKey => $"the hashCode of the Java class {JavaName} is code that is not known here";

    /// <summary>
    /// A new instance whose properties hold <paramref name="values"/>, given in the order of <see cref="Fields"/>. Null for a
    /// property that cannot hold it leaves the default of its type, as a new Java object has.
    /// </summary>
    public TPojo Create(object?[] values) => _create(values);

    /// <inheritdoc/>
    public override TResult Accept<TResult>(ITypeVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override string ToString() => $"{JavaName}({string.Join(", ", Fields.Select(field => $"{field.JavaName}: {field.Type}"))})";
}
