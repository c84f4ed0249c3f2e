namespace SavepointCli.Streaming.Windows;

/// <summary>Windows that become one where they overlap. Mirrors <c>MergingWindowAssigner</c>.</summary>
public abstract class MergingWindowAssigner<TWindow> : WindowAssigner<TWindow>
    where TWindow : struct, IWindow
{
    /// <summary>The windows after merging, each with those that went into it; one that stays as it is comes alone.</summary>
    public abstract IEnumerable<(TWindow Merged, IReadOnlyList<TWindow> Parts)> MergeWindows(IEnumerable<TWindow> windows);
}
