namespace SavepointCli.Streaming.Graph;

/// <summary>Whether an operator may share a vertex with its neighbours.</summary>
public enum ChainingStrategy
{
    /// <summary>With those before and behind it.</summary>
    Always,

    /// <summary>With none.</summary>
    Never,

    /// <summary>Only with those behind it.</summary>
    Head,
}
