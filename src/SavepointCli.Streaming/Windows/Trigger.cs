namespace SavepointCli.Streaming.Windows;

/// <summary>Says when a window emits. Keeps no state of its own but in the context, since one trigger serves all keys. Mirrors <c>Trigger</c>.</summary>
public abstract class Trigger<T, TWindow>
    where TWindow : struct, IWindow
{
    /// <summary>Whether the trigger works with windows that merge; it then implements <see cref="OnMerge"/>.</summary>
    public virtual bool CanMerge => false;

    /// <summary>An element was added to a window.</summary>
    public abstract TriggerResult OnElement(T element, long? timestamp, TWindow window, ITriggerContext<TWindow> context);

    /// <summary>A timer of the clock fires that the trigger has registered.</summary>
    public virtual TriggerResult OnProcessingTime(long time, TWindow window, ITriggerContext<TWindow> context) => TriggerResult.Continue;

    /// <summary>A timer of event time fires that the trigger has registered.</summary>
    public virtual TriggerResult OnEventTime(long time, TWindow window, ITriggerContext<TWindow> context) => TriggerResult.Continue;

    /// <summary>Other windows became this one: take over what the trigger keeps for them.</summary>
    public virtual void OnMerge(TWindow window, IReadOnlyList<TWindow> merged, ITriggerContext<TWindow> context) =>
        throw new NotSupportedException($"{GetType().Name} does not work with windows that merge.");

    /// <summary>The window ends: drop what the trigger keeps for it.</summary>
    public abstract void Clear(TWindow window, ITriggerContext<TWindow> context);
}
