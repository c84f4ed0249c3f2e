using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming.State;

/// <summary>Describes an <see cref="AggregatingState{TIn, TOut}"/>.</summary>
/// <param name="name">The name under which snapshots record the state.</param>
/// <param name="aggregate">Feeds and reads the accumulator.</param>
/// <param name="accumulatorType">Type of what is stored; null to find it from <typeparamref name="TAccumulator"/>.</param>
/// <param name="timeToLive">How long accumulators live; null for ever.</param>
public sealed class AggregatingStateDescriptor<TIn, TAccumulator, TOut>(
    string name,
    AggregateFunction<TIn, TAccumulator, TOut> aggregate,
    TypeInformation<TAccumulator>? accumulatorType = null,
    StateTtlConfig? timeToLive = null)
    : StateDescriptor(name, timeToLive)
{
    /// <summary>Feeds and reads the accumulator.</summary>
    public AggregateFunction<TIn, TAccumulator, TOut> Aggregate { get; } = aggregate;

    /// <summary>Type of what is stored.</summary>
    public TypeInformation<TAccumulator> AccumulatorType { get; } = accumulatorType ?? TypeInformation.Of<TAccumulator>();

    /// <inheritdoc/>
    public override StateKind Kind => StateKind.Aggregating;
}
