using System.Diagnostics.CodeAnalysis;

namespace SavepointCli.Streaming.State;

/// <summary>
/// One accumulator per key, fed and read through a <see cref="Functions.AggregateFunction{TIn, TAccumulator, TOut}"/>; what is
/// stored is the accumulator. Mirrors <c>org.apache.flink.api.common.state.AggregatingState</c>.
/// </summary>
public abstract class AggregatingState<TIn, TOut>
{
    /// <summary>The result for the current key; the default of <typeparamref name="TOut"/> if nothing was added.</summary>
    public TOut? Value => TryGetValue(out var value) ? value : default;

    /// <summary>The result for the current key, and whether anything was added.</summary>
    public abstract bool TryGetValue([MaybeNullWhen(false)] out TOut value);

    /// <summary>Adds <paramref name="value"/> to the accumulator of the current key.</summary>
    public abstract void Add(TIn value);

    /// <summary>Forgets what was added under the current key.</summary>
    public abstract void Clear();
}
