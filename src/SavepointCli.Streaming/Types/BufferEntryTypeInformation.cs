using SavepointCli.Streaming.State;

namespace SavepointCli.Streaming.Types;

/// <summary>An element that an interval join keeps.</summary>
public sealed class BufferEntryTypeInformation<T> : TypeInformation<BufferEntry<T>>
{
    internal BufferEntryTypeInformation(TypeInformation<T> element) => Element = element;

    /// <summary>The type of the element.</summary>
    public TypeInformation<T> Element { get; }

    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.BufferEntry;

    /// <inheritdoc/>
    public override string ReasonAgainstKey => "it is an entry of a join's buffer, not a value";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(ITypeVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override string ToString() => $"BufferEntry<{Element}>";
}
