using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Jobs;

/// <summary>A job with what <c>/jobs/:id</c>, <c>/exceptions</c> and <c>/checkpoints</c> show.</summary>
/// <param name="Overview">The row of the job.</param>
/// <param name="StatusTimestamps">When each state was entered; states never entered are missing.</param>
/// <param name="Vertices">The chains of operators, sources first.</param>
/// <param name="Snapshots">Checkpoints and savepoints, newest first.</param>
/// <param name="Restored">The snapshot the job was started from, or null.</param>
/// <param name="Failure">What ended or last restarted the job, or null.</param>
public sealed record JobDetails(
    JobOverview Overview,
    IReadOnlyDictionary<JobStatus, DateTimeOffset> StatusTimestamps,
    IReadOnlyList<JobVertexDetails> Vertices,
    IReadOnlyList<SnapshotStatistics> Snapshots,
    RestoredSnapshot? Restored,
    Exception? Failure)
{
    /// <summary>How many snapshots there were over the whole life of the job, also those that are no longer listed.</summary>
    public SnapshotCounts SnapshotCounts { get; init; } = new(0, 0, 0, 0);

    /// <summary>The latest snapshot of each kind, also if it is no longer listed.</summary>
    public LatestSnapshots LatestSnapshots { get; init; } = new(null, null, null);

    /// <summary>The failures of the job, newest first.</summary>
    public IReadOnlyList<JobFailure> Failures { get; init; } = [];

    /// <summary>How often the job was restarted.</summary>
    public int Restarts { get; init; }

    /// <summary>Settings in force: those of the cluster, the program's and the submitter's laid over each other.</summary>
    public IReadOnlyDictionary<string, string> Configuration { get; init; } = new Dictionary<string, string>();

    /// <summary>What to call each operator: its uid, else its name.</summary>
    public IReadOnlyDictionary<OperatorId, string> OperatorNames { get; init; } = new Dictionary<OperatorId, string>();

    /// <summary>Directories of the snapshots that nobody may delete while the job runs, and what it needs each for.</summary>
    public IReadOnlyDictionary<string, string> SnapshotsInUse { get; init; } = new Dictionary<string, string>();
}
