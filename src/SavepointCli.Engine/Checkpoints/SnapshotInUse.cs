using SavepointCli.Engine.Jobs;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>A snapshot that a running job needs.</summary>
/// <param name="Directory">Its directory, a path of the storage; null if it lives in memory only.</param>
/// <param name="Mode">How the job was started from it; null if the job has taken it itself.</param>
internal sealed record SnapshotInUse(string? Directory, ClaimMode? Mode)
{
    public static SnapshotInUse Of(StoredSnapshot stored) => new(stored.Snapshot.Directory, stored.Restored);

    /// <summary>What the job needs it for, to go behind the name of the job.</summary>
    public string Reason => Mode switch
    {
        null => "has taken it and goes back to it after a failure",
        ClaimMode.NoClaim => "was started from it and has completed no checkpoint since, so it could not recover",
        ClaimMode.Claim => "has claimed it and deletes it itself",
        _ => "was started from it in LEGACY mode, so its checkpoints may use its files as long as it runs",
    };

    /// <summary>The way out.</summary>
    public string Hint => Mode switch
    {
        ClaimMode.NoClaim => "stop the job, or let it complete a checkpoint first: savepointctl checkpoint JOB",
        _ => "stop the job first",
    };
}
