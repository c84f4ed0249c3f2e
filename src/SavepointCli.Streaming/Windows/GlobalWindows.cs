using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming.Windows;

/// <summary>One window for all elements of a key; it fires when a trigger says so. Mirrors <c>GlobalWindows</c>.</summary>
public sealed class GlobalWindows : WindowAssigner<GlobalWindow>
{
    private GlobalWindows()
    {
    }

    /// <inheritdoc/>
    public override string Name => nameof(GlobalWindows);

    /// <inheritdoc/>
    public override TypeInformation<GlobalWindow> WindowType => Types.Types.GlobalWindow;

    /// <inheritdoc/>
    public override bool IsEventTime => false;

    /// <summary>Makes the assigner.</summary>
    public static GlobalWindows Create() => new();

    /// <inheritdoc/>
    public override IEnumerable<GlobalWindow> AssignWindows(long? timestamp, long processingTime) => [default];

    /// <inheritdoc/>
    public override Trigger<T, GlobalWindow> DefaultTrigger<T>() => new NeverTrigger<T, GlobalWindow>();
}
