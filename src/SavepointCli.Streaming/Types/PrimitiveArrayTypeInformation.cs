namespace SavepointCli.Streaming.Types;

/// <summary>An array of primitives; Java's <c>byte[]</c> is C#'s <c>byte[]</c>. Mirrors <c>PrimitiveArrayTypeInfo</c>.</summary>
public sealed class PrimitiveArrayTypeInformation<TElement> : TypeInformation<TElement[]>
    where TElement : unmanaged
{
    internal PrimitiveArrayTypeInformation(BasicType element) => Element = element;

    /// <summary>The type of the elements.</summary>
    public BasicType Element { get; }

    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.PrimitiveArray;

    /// <inheritdoc/>
    public override string ReasonAgainstKey => $"the hash of an array in Java ({this}) depends on the object, not on its elements";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(ITypeVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override string ToString() => $"{Element}[]";
}
