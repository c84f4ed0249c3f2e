namespace SavepointCli.Format.Values;

/// <summary>The one window that holds everything.</summary>
public sealed record GlobalWindow
{
    private GlobalWindow()
    {
    }

    /// <summary>The only value.</summary>
    public static GlobalWindow Instance { get; } = new();
}
