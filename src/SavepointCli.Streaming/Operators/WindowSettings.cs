using SavepointCli.Streaming.State;
using SavepointCli.Streaming.Windows;

namespace SavepointCli.Streaming.Operators;

/// <summary>How a window operator works.</summary>
/// <param name="Assigner">Says to which windows an element belongs.</param>
/// <param name="Trigger">Says when a window emits.</param>
/// <param name="AllowedLateness">For how many milliseconds of event time a window stays after its end.</param>
/// <param name="LateData">Where elements go that come later than that; null to drop them.</param>
/// <param name="CreateContents">Opens the state of what windows hold.</param>
internal sealed record WindowSettings<T, TContent, TWindow>(
    WindowAssigner<TWindow> Assigner,
    Trigger<T, TWindow> Trigger,
    long AllowedLateness,
    OutputTag<T>? LateData,
    Func<IKeyedStateStore, WindowContents<T, TContent>> CreateContents)
    where TWindow : struct, IWindow;
