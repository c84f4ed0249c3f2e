namespace SavepointCli.Streaming.Types;

/// <summary>A type without parts. Mirrors <c>BasicTypeInfo</c>.</summary>
public sealed class BasicTypeInformation<T> : TypeInformation<T>
{
    internal BasicTypeInformation(BasicType basic) => Basic = basic;

    /// <summary>Which one.</summary>
    public BasicType Basic { get; }

    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.Basic;

    /// <inheritdoc/>
    public override string? ReasonAgainstKey => null;

    /// <inheritdoc/>
    public override TResult Accept<TResult>(ITypeVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override string ToString() => Basic.ToString();
}
