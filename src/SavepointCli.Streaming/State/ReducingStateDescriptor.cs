using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming.State;

/// <summary>Describes a <see cref="ReducingState{T}"/>.</summary>
/// <param name="name">The name under which snapshots record the state.</param>
/// <param name="reduce">Folds an added value into the one that is there.</param>
/// <param name="type">Type of the value; null to find it from <typeparamref name="T"/>.</param>
/// <param name="timeToLive">How long values live; null for ever.</param>
public sealed class ReducingStateDescriptor<T>(
    string name, ReduceFunction<T> reduce, TypeInformation<T>? type = null, StateTtlConfig? timeToLive = null)
    : StateDescriptor(name, timeToLive)
{
    /// <summary>Folds an added value into the one that is there.</summary>
    public ReduceFunction<T> Reduce { get; } = reduce;

    /// <summary>Type of the value.</summary>
    public TypeInformation<T> Type { get; } = type ?? TypeInformation.Of<T>();

    /// <inheritdoc/>
    public override StateKind Kind => StateKind.Reducing;
}
