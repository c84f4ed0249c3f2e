namespace SavepointCli.Streaming.Types;

/// <summary>The type of a namespace of keyed state: a window, or nothing outside windows.</summary>
public sealed class NamespaceTypeInformation<T> : TypeInformation<T>
    where T : struct
{
    internal NamespaceTypeInformation(TypeKind kind) => Kind = kind;

    /// <inheritdoc/>
    public override TypeKind Kind { get; }

    /// <inheritdoc/>
    public override string ReasonAgainstKey => "it is the namespace of state, not a value";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(ITypeVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override string ToString() => Kind.ToString();
}
