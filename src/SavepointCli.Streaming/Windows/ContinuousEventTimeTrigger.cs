using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.State;

namespace SavepointCli.Streaming.Windows;

/// <summary>
/// Fires at regular intervals of event time until the window ends, and then. Keeps the time of the next fire in state <c>fire-time</c>.
/// Mirrors <c>ContinuousEventTimeTrigger</c>.
/// </summary>
public sealed class ContinuousEventTimeTrigger<T, TWindow> : Trigger<T, TWindow>
    where TWindow : struct, IWindow
{
    private readonly ReducingStateDescriptor<long> _fireTime = new("fire-time", ReduceFunction.Of<long>(Math.Min));
    private readonly long _interval;

    /// <summary>A trigger that fires at this interval.</summary>
    public ContinuousEventTimeTrigger(TimeSpan interval)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, TimeSpan.FromMilliseconds(1));
        _interval = (long)interval.TotalMilliseconds;
    }

    /// <inheritdoc/>
    public override bool CanMerge => true;

    /// <inheritdoc/>
    public override TriggerResult OnElement(T element, long? timestamp, TWindow window, ITriggerContext<TWindow> context)
    {
        if (window.MaxTimestamp <= context.CurrentWatermark)
            return TriggerResult.Fire;
        context.RegisterEventTimeTimer(window.MaxTimestamp);
        if (timestamp is { } time && !context.GetReducingState(_fireTime).TryGetValue(out _))
            RegisterNext(TimeWindow.StartOf(time, 0, _interval), window, context);
        return TriggerResult.Continue;
    }

    /// <inheritdoc/>
    public override TriggerResult OnEventTime(long time, TWindow window, ITriggerContext<TWindow> context)
    {
        if (time == window.MaxTimestamp)
            return TriggerResult.Fire;
        var state = context.GetReducingState(_fireTime);
        if (!state.TryGetValue(out var fireTime) || fireTime != time)
            return TriggerResult.Continue;
        state.Clear();
        RegisterNext(time, window, context);
        return TriggerResult.Fire;
    }

    /// <inheritdoc/>
    public override void OnMerge(TWindow window, IReadOnlyList<TWindow> merged, ITriggerContext<TWindow> context)
    {
        context.MergeState(_fireTime, merged);
        if (context.GetReducingState(_fireTime).TryGetValue(out var next))
            context.RegisterEventTimeTimer(next);
    }

    /// <inheritdoc/>
    public override void Clear(TWindow window, ITriggerContext<TWindow> context)
    {
        var state = context.GetReducingState(_fireTime);
        if (state.TryGetValue(out var fireTime))
            context.DeleteEventTimeTimer(fireTime);
        state.Clear();
    }

    private void RegisterNext(long from, TWindow window, ITriggerContext<TWindow> context)
    {
        var next = Math.Min(from + _interval, window.MaxTimestamp);
        context.GetReducingState(_fireTime).Add(next);
        context.RegisterEventTimeTimer(next);
    }
}
