using SavepointCli.Engine.Jobs;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>A snapshot that a job can go back to, and whose it is.</summary>
/// <param name="Snapshot">The snapshot.</param>
/// <param name="Restored">How the job was started from it; null if the job has taken it itself.</param>
internal sealed record StoredSnapshot(CompletedSnapshot Snapshot, ClaimMode? Restored)
{
    /// <summary>Whether its files belong to the job, which deletes them when they have become superfluous.</summary>
    public bool IsOwned => Restored is null or ClaimMode.Claim;
}
