using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Graph;
using SavepointCli.Streaming.State;
using SavepointCli.Streaming.Windows;

namespace SavepointCli.Streaming.Operators;

/// <summary>
/// Gathers the elements of each key in windows and lets a function make results of them. Its states and timers are named and keyed as
/// those of Flink's <c>WindowOperator</c>, so that either takes over from the other.
/// </summary>
internal sealed class WindowOperator<TKey, T, TContent, TOut, TWindow>(
    ProcessWindowFunction<TContent, TOut, TKey, TWindow> function, KeyPartitioning<T, TKey> key, WindowSettings<T, TContent, TWindow> settings)
    : OneInputOperator<ProcessWindowFunction<TContent, TOut, TKey, TWindow>, T, TOut>(function, key),
        ITriggerable<TKey, TWindow>,
        ProcessWindowFunction<TContent, TOut, TKey, TWindow>.IContext
    where TWindow : struct, IWindow
{
    private const string TimerServiceName = "window-timers";

    private readonly Trigger<T, TWindow> _trigger = settings.Trigger;
    private readonly MergingWindowAssigner<TWindow>? _merging = settings.Assigner as MergingWindowAssigner<TWindow>;

    private IKeyedStateBackend<TKey> _backend = null!;
    private INamespacedStateStore<TWindow> _states = null!;
    private WindowContents<T, TContent> _contents = null!;
    private ListState<(TWindow Window, TWindow StateWindow)>? _mergingWindows;
    private IInternalTimerService<TWindow> _timers = null!;
    private WindowContext<TWindow> _context = null!;
    private TimestampedCollector<TOut> _collector = null!;

    public TWindow Window => _context.Window;

    public long CurrentProcessingTime => _timers.CurrentProcessingTime;

    long ProcessWindowFunction<TContent, TOut, TKey, TWindow>.IContext.CurrentWatermark => _timers.CurrentWatermark;

    public IKeyedStateStore WindowState => _context.States;

    public IKeyedStateStore GlobalState => _backend;

    public void Output<TSide>(OutputTag<TSide> tag, TSide value) => EmitToSide(tag, value, Window.MaxTimestamp);

    public override void Open()
    {
        _backend = Context.GetKeyedStateBackend<TKey>();
        _states = _backend.GetNamespacedStates(settings.Assigner.WindowType);
        _timers = Context.GetTimerService<TKey, TWindow>(TimerServiceName, settings.Assigner.WindowType, this);
        _contents = settings.CreateContents(_states);
        if (_merging is not null)
            _mergingWindows = _backend.GetListState(
                new ListStateDescriptor<(TWindow Window, TWindow StateWindow)>(MergingWindowSet<TWindow>.StateName));
        _context = new WindowContext<TWindow>(_timers, _states);
        _collector = new TimestampedCollector<TOut>(MainOutput);
        base.Open();
    }

    public void OnEventTime(InternalTimer<TKey, TWindow> timer) =>
        OnTimer(timer, settings.Assigner.IsEventTime, _trigger.OnEventTime);

    public void OnProcessingTime(InternalTimer<TKey, TWindow> timer) =>
        OnTimer(timer, !settings.Assigner.IsEventTime, _trigger.OnProcessingTime);

    protected override void Process(StreamRecord<T> record)
    {
        var windows = settings.Assigner.AssignWindows(record.Timestamp, _timers.CurrentProcessingTime);
        var wasAdded = false;
        if (_merging is null)
        {
            foreach (var window in windows)
                wasAdded |= AddUnlessLate(record, window, window);
        }
        else
        {
            var set = new MergingWindowSet<TWindow>(_merging, _mergingWindows!);
            foreach (var window in windows)
                wasAdded |= AddToMerged(record, window, set);
            set.Persist();
        }
        if (!wasAdded && IsLate(record))
            EmitLate(record);
    }

    private bool AddToMerged(StreamRecord<T> record, TWindow window, MergingWindowSet<TWindow> set)
    {
        var merged = set.Add(window, Merge);
        if (!AddUnlessLate(record, merged, set.StateWindowOf(merged)!.Value))
        {
            set.Retire(merged);
            return false;
        }
        return true;
    }

    private bool AddUnlessLate(StreamRecord<T> record, TWindow window, TWindow stateWindow)
    {
        if (IsLate(window))
            return false;
        _states.SetCurrentNamespace(stateWindow);
        _contents.Add(record.Value);
        _context.Window = window;
        Apply(_trigger.OnElement(record.Value, record.Timestamp, window, _context), stateWindow);
        // Purging leaves the window itself: its clean-up is still to come.
        if (CleanupTimeOf(window) is { } cleanup)
            RegisterTimer(window, cleanup);
        return true;
    }

    private void Merge(TWindow merged, IReadOnlyList<TWindow> windows, TWindow stateWindow, IReadOnlyList<TWindow> stateWindows)
    {
        if (IsLate(merged))
            throw new InvalidOperationException(
                $"Window {merged} came of merging windows but ended before the watermark {_timers.CurrentWatermark}.");
        _context.Window = merged;
        _trigger.OnMerge(merged, windows, _context);
        foreach (var window in windows)
        {
            _context.Window = window;
            _trigger.Clear(window, _context);
            if (CleanupTimeOf(window) is { } cleanup)
                DeleteTimer(window, cleanup);
        }
        _contents.Merge(stateWindow, stateWindows);
    }

    private void OnTimer(
        InternalTimer<TKey, TWindow> timer, bool isOfAssigner, Func<long, TWindow, ITriggerContext<TWindow>, TriggerResult> ask)
    {
        var window = timer.Namespace;
        var set = _merging is null ? null : new MergingWindowSet<TWindow>(_merging, _mergingWindows!);
        // A timer of a window that has become part of another one since has nothing left to do.
        if ((set is null ? window : set.StateWindowOf(window)) is not { } stateWindow)
            return;
        _context.Window = window;
        Apply(ask(timer.Timestamp, window, _context), stateWindow);
        if (isOfAssigner && timer.Timestamp == CleanupTimeOf(window))
        {
            Clear(window, stateWindow);
            set?.Retire(window);
        }
        set?.Persist();
    }

    private void Apply(TriggerResult result, TWindow stateWindow)
    {
        if (result == TriggerResult.Continue)
            return;
        _states.SetCurrentNamespace(stateWindow);
        if (result.HasFlag(TriggerResult.Fire) && _contents.Get() is { } contents)
        {
            _collector.Timestamp = Window.MaxTimestamp;
            Function.Process(_backend.CurrentKey, this, contents, _collector);
            _states.SetCurrentNamespace(stateWindow);
        }
        if (result.HasFlag(TriggerResult.Purge))
            _contents.Clear();
    }

    private void Clear(TWindow window, TWindow stateWindow)
    {
        _states.SetCurrentNamespace(stateWindow);
        _contents.Clear();
        _trigger.Clear(window, _context);
        Function.Clear(this);
    }

    private bool IsLate(TWindow window) => settings.Assigner.IsEventTime && CleanupTimeOf(window) <= _timers.CurrentWatermark;

    private bool IsLate(StreamRecord<T> record) =>
        settings.Assigner.IsEventTime && record.Timestamp is { } time && time + settings.AllowedLateness <= _timers.CurrentWatermark;

    private void EmitLate(StreamRecord<T> record)
    {
        if (settings.LateData is { } tag)
            EmitToSide(tag, record.Value, record.Timestamp);
    }

    /// <summary>When a window and all that is kept for it goes; null for never.</summary>
    private long? CleanupTimeOf(TWindow window)
    {
        var last = window.MaxTimestamp;
        if (!settings.Assigner.IsEventTime)
            return last == long.MaxValue ? null : last;
        return last >= long.MaxValue - settings.AllowedLateness ? null : last + settings.AllowedLateness;
    }

    private void RegisterTimer(TWindow window, long time)
    {
        if (settings.Assigner.IsEventTime)
            _timers.RegisterEventTimeTimer(window, time);
        else
            _timers.RegisterProcessingTimeTimer(window, time);
    }

    private void DeleteTimer(TWindow window, long time)
    {
        if (settings.Assigner.IsEventTime)
            _timers.DeleteEventTimeTimer(window, time);
        else
            _timers.DeleteProcessingTimeTimer(window, time);
    }
}
