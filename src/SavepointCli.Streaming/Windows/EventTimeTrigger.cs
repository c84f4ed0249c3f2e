namespace SavepointCli.Streaming.Windows;

/// <summary>Fires once the watermark has passed the end of the window, and for each late element after that. Mirrors <c>EventTimeTrigger</c>.</summary>
public sealed class EventTimeTrigger<T, TWindow> : Trigger<T, TWindow>
    where TWindow : struct, IWindow
{
    /// <inheritdoc/>
    public override bool CanMerge => true;

    /// <inheritdoc/>
    public override TriggerResult OnElement(T element, long? timestamp, TWindow window, ITriggerContext<TWindow> context)
    {
        if (window.MaxTimestamp <= context.CurrentWatermark)
            return TriggerResult.Fire;
        context.RegisterEventTimeTimer(window.MaxTimestamp);
        return TriggerResult.Continue;
    }

    /// <inheritdoc/>
    public override TriggerResult OnEventTime(long time, TWindow window, ITriggerContext<TWindow> context) =>
        time == window.MaxTimestamp ? TriggerResult.Fire : TriggerResult.Continue;

    /// <inheritdoc/>
    public override void OnMerge(TWindow window, IReadOnlyList<TWindow> merged, ITriggerContext<TWindow> context)
    {
        // Behind the watermark a timer would fire at once, although the element that comes with the merge fires the window anyway.
        if (window.MaxTimestamp > context.CurrentWatermark)
            context.RegisterEventTimeTimer(window.MaxTimestamp);
    }

    /// <inheritdoc/>
    public override void Clear(TWindow window, ITriggerContext<TWindow> context) => context.DeleteEventTimeTimer(window.MaxTimestamp);
}
