namespace SavepointCli.Streaming.Types;

/// <summary>The type of the namespace of state outside windows.</summary>
public sealed class VoidNamespaceTypeInformation : TypeInformation<VoidNamespace>
{
    internal VoidNamespaceTypeInformation()
    {
    }

    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.VoidNamespace;

    /// <inheritdoc/>
    public override string ReasonAgainstKey => "it is the namespace of state, not a value";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(ITypeVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override string ToString() => "VoidNamespace";
}
