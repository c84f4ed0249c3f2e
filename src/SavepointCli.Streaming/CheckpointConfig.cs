namespace SavepointCli.Streaming;

/// <summary>How a job takes checkpoints by itself. What is null follows the cluster's settings. Mirrors <c>CheckpointConfig</c>.</summary>
public sealed record CheckpointConfig
{
    /// <summary>Time between two checkpoints; null for none but those that are asked for.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>After how long a checkpoint that is not complete comes to nothing.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Time that must pass between the end of a checkpoint and the start of the next.</summary>
    public TimeSpan? MinPauseBetweenCheckpoints { get; init; }

    /// <summary>How many checkpoints may be under way at once.</summary>
    public int? MaxConcurrentCheckpoints { get; init; }

    /// <summary>How many failed checkpoints in a row the job bears.</summary>
    public int? TolerableCheckpointFailures { get; init; }

    /// <summary>Where checkpoints go.</summary>
    public string? CheckpointDirectory { get; init; }
}
