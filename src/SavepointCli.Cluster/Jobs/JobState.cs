using System.Collections.Frozen;

namespace SavepointCli.Cluster.Jobs;

/// <summary>State of a job as the cluster spells it (<c>JobStatus</c>); a state that a later Flink adds counts as running.</summary>
public readonly record struct JobState(string Name)
{
    private static readonly FrozenSet<string> Scheduled = new[] { "CREATED", "INITIALIZING" }.ToFrozenSet();
    private static readonly FrozenSet<string> Terminated = new[] { "FINISHED", "CANCELED", "FAILED" }.ToFrozenSet();

    /// <summary>Not running yet.</summary>
    public bool IsScheduled => Scheduled.Contains(Name);

    /// <summary>Will not run again.</summary>
    public bool IsTerminated => Terminated.Contains(Name);

    /// <summary>Neither scheduled nor terminated; also restarting or cancelling.</summary>
    public bool IsRunning => !IsScheduled && !IsTerminated;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
