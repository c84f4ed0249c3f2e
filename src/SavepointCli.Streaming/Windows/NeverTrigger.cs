namespace SavepointCli.Streaming.Windows;

/// <summary>Never fires: what a window that never ends does by itself.</summary>
internal sealed class NeverTrigger<T, TWindow> : Trigger<T, TWindow>
    where TWindow : struct, IWindow
{
    public override TriggerResult OnElement(T element, long? timestamp, TWindow window, ITriggerContext<TWindow> context) =>
        TriggerResult.Continue;

    public override void Clear(TWindow window, ITriggerContext<TWindow> context)
    {
    }
}
