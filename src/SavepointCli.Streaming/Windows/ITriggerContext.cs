using SavepointCli.Streaming.State;

namespace SavepointCli.Streaming.Windows;

/// <summary>What a trigger can use: clocks, timers and states of the window and key at hand. Mirrors <c>Trigger.TriggerContext</c>.</summary>
public interface ITriggerContext<TWindow>
    where TWindow : struct, IWindow
{
    /// <summary>The wall clock in milliseconds since 1970 UTC.</summary>
    long CurrentProcessingTime { get; }

    /// <summary>The last watermark; <see cref="long.MinValue"/> before the first.</summary>
    long CurrentWatermark { get; }

    /// <summary>Calls <see cref="Trigger{T, TWindow}.OnProcessingTime"/> at this time.</summary>
    void RegisterProcessingTimeTimer(long time);

    /// <summary>Calls <see cref="Trigger{T, TWindow}.OnEventTime"/> once the watermark is there.</summary>
    void RegisterEventTimeTimer(long time);

    /// <summary>Takes a timer back.</summary>
    void DeleteProcessingTimeTimer(long time);

    /// <summary>Takes a timer back.</summary>
    void DeleteEventTimeTimer(long time);

    /// <summary>A value kept for the window and key; use it before asking for another state.</summary>
    ValueState<TState> GetState<TState>(ValueStateDescriptor<TState> descriptor);

    /// <summary>A reduced value kept for the window and key; use it before asking for another state.</summary>
    ReducingState<TState> GetReducingState<TState>(ReducingStateDescriptor<TState> descriptor);

    /// <summary>Folds the reduced values of windows that were merged into that of the window at hand.</summary>
    void MergeState<TState>(ReducingStateDescriptor<TState> descriptor, IReadOnlyList<TWindow> merged);
}
