namespace SavepointCli.Format.Values;

/// <summary>The namespace of state that has none: everything but windows.</summary>
public sealed record VoidNamespace
{
    private VoidNamespace()
    {
    }

    /// <summary>The only value.</summary>
    public static VoidNamespace Instance { get; } = new();
}
