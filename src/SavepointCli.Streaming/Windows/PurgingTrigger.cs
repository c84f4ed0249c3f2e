namespace SavepointCli.Streaming.Windows;

/// <summary>Fires when another trigger does and drops the contents each time. Mirrors <c>PurgingTrigger</c>.</summary>
/// <param name="trigger">The other trigger.</param>
public sealed class PurgingTrigger<T, TWindow>(Trigger<T, TWindow> trigger) : Trigger<T, TWindow>
    where TWindow : struct, IWindow
{
    /// <inheritdoc/>
    public override bool CanMerge => trigger.CanMerge;

    /// <inheritdoc/>
    public override TriggerResult OnElement(T element, long? timestamp, TWindow window, ITriggerContext<TWindow> context) =>
        Purging(trigger.OnElement(element, timestamp, window, context));

    /// <inheritdoc/>
    public override TriggerResult OnProcessingTime(long time, TWindow window, ITriggerContext<TWindow> context) =>
        Purging(trigger.OnProcessingTime(time, window, context));

    /// <inheritdoc/>
    public override TriggerResult OnEventTime(long time, TWindow window, ITriggerContext<TWindow> context) =>
        Purging(trigger.OnEventTime(time, window, context));

    /// <inheritdoc/>
    public override void OnMerge(TWindow window, IReadOnlyList<TWindow> merged, ITriggerContext<TWindow> context) =>
        trigger.OnMerge(window, merged, context);

    /// <inheritdoc/>
    public override void Clear(TWindow window, ITriggerContext<TWindow> context) => trigger.Clear(window, context);

    private static TriggerResult Purging(TriggerResult result) =>
        result.HasFlag(TriggerResult.Fire) ? TriggerResult.FireAndPurge : result;
}
