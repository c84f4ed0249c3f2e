namespace SavepointCli.Streaming.Types;

/// <summary>A list. Mirrors <c>ListTypeInfo</c>.</summary>
public sealed class ListTypeInformation<TElement> : TypeInformation<List<TElement>>
{
    internal ListTypeInformation(TypeInformation<TElement> element) => Element = element;

    /// <summary>The type of the elements.</summary>
    public TypeInformation<TElement> Element { get; }

    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.List;

    /// <inheritdoc/>
    public override string? ReasonAgainstKey => Element.ReasonAgainstKey;

    /// <inheritdoc/>
    public override TResult Accept<TResult>(ITypeVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override string ToString() => $"List<{Element}>";
}
