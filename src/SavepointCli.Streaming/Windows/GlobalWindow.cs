namespace SavepointCli.Streaming.Windows;

/// <summary>The one window that holds all elements of a key. Mirrors <c>GlobalWindow</c>.</summary>
public readonly record struct GlobalWindow : IWindow
{
    /// <inheritdoc/>
    public long MaxTimestamp => long.MaxValue;
}
