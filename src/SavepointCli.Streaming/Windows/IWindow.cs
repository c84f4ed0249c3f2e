namespace SavepointCli.Streaming.Windows;

/// <summary>A window: a part of a stream whose elements belong together. Mirrors <c>Window</c>.</summary>
public interface IWindow
{
    /// <summary>The last timestamp that belongs to the window, in milliseconds since 1970 UTC.</summary>
    long MaxTimestamp { get; }
}
