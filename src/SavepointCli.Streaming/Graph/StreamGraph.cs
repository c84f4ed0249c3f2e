namespace SavepointCli.Streaming.Graph;

/// <summary>A job as its program describes it: what <c>Execute</c> hands to the engine. Mirrors <c>StreamGraph</c>.</summary>
/// <param name="Name">Name of the job.</param>
/// <param name="Nodes">The operators by ascending id.</param>
public sealed record StreamGraph(string Name, IReadOnlyList<StreamNode> Nodes)
{
    /// <summary>How the job takes checkpoints.</summary>
    public required CheckpointConfig Checkpointing { get; init; }

    /// <summary>Where savepoints go that name no target; null for the cluster's setting.</summary>
    public string? DefaultSavepointDirectory { get; init; }

    /// <summary>Whether operators may share vertices at all.</summary>
    public bool IsChainingEnabled { get; init; } = true;

    /// <summary>Settings made by the program, over those of the cluster; keys as in Flink's configuration.</summary>
    public required IReadOnlyDictionary<string, string> Configuration { get; init; }
}
