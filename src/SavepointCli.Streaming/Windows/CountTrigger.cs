using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.State;

namespace SavepointCli.Streaming.Windows;

/// <summary>Fires each time that so many elements have come. Keeps the number in state <c>count</c>. Mirrors <c>CountTrigger</c>.</summary>
public sealed class CountTrigger<T, TWindow> : Trigger<T, TWindow>
    where TWindow : struct, IWindow
{
    private readonly ReducingStateDescriptor<long> _count = new("count", ReduceFunction.Of<long>((current, added) => current + added));
    private readonly long _maxCount;

    /// <summary>A trigger that fires at this number of elements.</summary>
    public CountTrigger(long maxCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxCount);
        _maxCount = maxCount;
    }

    /// <inheritdoc/>
    public override bool CanMerge => true;

    /// <inheritdoc/>
    public override TriggerResult OnElement(T element, long? timestamp, TWindow window, ITriggerContext<TWindow> context)
    {
        var count = context.GetReducingState(_count);
        count.Add(1);
        if (count.Value < _maxCount)
            return TriggerResult.Continue;
        count.Clear();
        return TriggerResult.Fire;
    }

    /// <inheritdoc/>
    public override void OnMerge(TWindow window, IReadOnlyList<TWindow> merged, ITriggerContext<TWindow> context) =>
        context.MergeState(_count, merged);

    /// <inheritdoc/>
    public override void Clear(TWindow window, ITriggerContext<TWindow> context) => context.GetReducingState(_count).Clear();
}
