using SavepointCli.Streaming.State;
using SavepointCli.Streaming.Windows;

namespace SavepointCli.Streaming.Operators;

/// <summary>The window that a trigger is asked about, with its timers and states.</summary>
internal sealed class WindowContext<TWindow>(IInternalTimerService<TWindow> timers, INamespacedStateStore<TWindow> states) : ITriggerContext<TWindow>
    where TWindow : struct, IWindow
{
    /// <summary>The window at hand.</summary>
    public TWindow Window { get; set; }

    public long CurrentProcessingTime => timers.CurrentProcessingTime;

    public long CurrentWatermark => timers.CurrentWatermark;

    /// <summary>The states of the window at hand.</summary>
    public IKeyedStateStore States
    {
        get
        {
            states.SetCurrentNamespace(Window);
            return states;
        }
    }

    public void RegisterProcessingTimeTimer(long time) => timers.RegisterProcessingTimeTimer(Window, time);

    public void RegisterEventTimeTimer(long time) => timers.RegisterEventTimeTimer(Window, time);

    public void DeleteProcessingTimeTimer(long time) => timers.DeleteProcessingTimeTimer(Window, time);

    public void DeleteEventTimeTimer(long time) => timers.DeleteEventTimeTimer(Window, time);

    public ValueState<TState> GetState<TState>(ValueStateDescriptor<TState> descriptor) => States.GetState(descriptor);

    public ReducingState<TState> GetReducingState<TState>(ReducingStateDescriptor<TState> descriptor) => States.GetReducingState(descriptor);

    public void MergeState<TState>(ReducingStateDescriptor<TState> descriptor, IReadOnlyList<TWindow> merged) =>
        ((IMergingState<TWindow>)States.GetReducingState(descriptor)).MergeNamespaces(Window, merged);
}
