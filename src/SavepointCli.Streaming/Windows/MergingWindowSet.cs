using SavepointCli.Streaming.State;

namespace SavepointCli.Streaming.Windows;

/// <summary>
/// The windows of one key that may merge, each with the window under whose namespace its contents stay: when windows merge, contents do not
/// move more than they must. Kept in state <c>merging-window-set</c>. Mirrors <c>MergingWindowSet</c>.
/// </summary>
internal sealed class MergingWindowSet<TWindow>
    where TWindow : struct, IWindow
{
    public const string StateName = "merging-window-set";

    private readonly MergingWindowAssigner<TWindow> _assigner;
    private readonly ListState<(TWindow Window, TWindow StateWindow)> _state;
    private readonly Dictionary<TWindow, TWindow> _stateWindows;
    private bool _isChanged;

    /// <summary>Loads the windows of the current key.</summary>
    public MergingWindowSet(MergingWindowAssigner<TWindow> assigner, ListState<(TWindow Window, TWindow StateWindow)> state)
    {
        _assigner = assigner;
        _state = state;
        _stateWindows = state.Get().ToDictionary(entry => entry.Window, entry => entry.StateWindow);
    }

    /// <summary>Called when windows become one.</summary>
    /// <param name="merged">The window that comes of it.</param>
    /// <param name="windows">Those that go into it, the new one excepted.</param>
    /// <param name="stateWindow">Where the contents are to be.</param>
    /// <param name="stateWindows">Where contents are that must be moved there.</param>
    public delegate void OnMerge(
        TWindow merged, IReadOnlyList<TWindow> windows, TWindow stateWindow, IReadOnlyList<TWindow> stateWindows);

    /// <summary>The window whose namespace holds the contents of a window; null if the window is not, or no longer, there.</summary>
    public TWindow? StateWindowOf(TWindow window) => _stateWindows.TryGetValue(window, out var stateWindow) ? stateWindow : null;

    /// <summary>Takes a window out.</summary>
    public void Retire(TWindow window) => _isChanged |= _stateWindows.Remove(window);

    /// <summary>Puts a window in; returns the one that it is part of afterwards.</summary>
    public TWindow Add(TWindow window, OnMerge onMerge)
    {
        var result = window;
        var isMerged = false;
        foreach (var (merged, parts) in _assigner.MergeWindows(_stateWindows.Keys.Append(window)).ToList())
        {
            var isOfNewWindow = parts.Contains(window);
            if (isOfNewWindow)
                result = merged;
            var before = parts.Where(_stateWindows.ContainsKey).Distinct().ToList();
            // Nothing to do for a window that stays as it is, or into which the new one falls without changing it.
            if (before.Count == 0 || (before.Count == 1 && before[0].Equals(merged)))
            {
                isMerged |= isOfNewWindow && before.Count == 1;
                continue;
            }
            isMerged |= isOfNewWindow;
            var stateWindows = before.ConvertAll(part => _stateWindows[part]);
            before.ForEach(part => _stateWindows.Remove(part));
            _stateWindows[merged] = stateWindows[0];
            _isChanged = true;
            onMerge(merged, before, stateWindows[0], stateWindows[1..]);
        }
        if (!isMerged && _stateWindows.TryAdd(result, result))
            _isChanged = true;
        return result;
    }

    /// <summary>Writes the windows back, if anything has changed.</summary>
    public void Persist()
    {
        if (!_isChanged)
            return;
        _state.Update(_stateWindows.Select(entry => (entry.Key, entry.Value)));
        _isChanged = false;
    }
}
