using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming.State;

/// <summary>Describes a <see cref="ListState{T}"/>.</summary>
/// <param name="name">The name under which snapshots record the state.</param>
/// <param name="elementType">Type of an element; null to find it from <typeparamref name="T"/>.</param>
/// <param name="timeToLive">How long elements live, each by itself; null for ever.</param>
public sealed class ListStateDescriptor<T>(string name, TypeInformation<T>? elementType = null, StateTtlConfig? timeToLive = null)
    : StateDescriptor(name, timeToLive)
{
    /// <summary>Type of an element.</summary>
    public TypeInformation<T> ElementType { get; } = elementType ?? TypeInformation.Of<T>();

    /// <inheritdoc/>
    public override StateKind Kind => StateKind.List;
}
