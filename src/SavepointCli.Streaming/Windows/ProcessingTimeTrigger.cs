namespace SavepointCli.Streaming.Windows;

/// <summary>Fires once the clock has passed the end of the window. Mirrors <c>ProcessingTimeTrigger</c>.</summary>
public sealed class ProcessingTimeTrigger<T, TWindow> : Trigger<T, TWindow>
    where TWindow : struct, IWindow
{
    /// <inheritdoc/>
    public override bool CanMerge => true;

    /// <inheritdoc/>
    public override TriggerResult OnElement(T element, long? timestamp, TWindow window, ITriggerContext<TWindow> context)
    {
        context.RegisterProcessingTimeTimer(window.MaxTimestamp);
        return TriggerResult.Continue;
    }

    /// <inheritdoc/>
    public override TriggerResult OnProcessingTime(long time, TWindow window, ITriggerContext<TWindow> context) => TriggerResult.Fire;

    /// <inheritdoc/>
    public override void OnMerge(TWindow window, IReadOnlyList<TWindow> merged, ITriggerContext<TWindow> context)
    {
        if (window.MaxTimestamp > context.CurrentProcessingTime)
            context.RegisterProcessingTimeTimer(window.MaxTimestamp);
    }

    /// <inheritdoc/>
    public override void Clear(TWindow window, ITriggerContext<TWindow> context) => context.DeleteProcessingTimeTimer(window.MaxTimestamp);
}
