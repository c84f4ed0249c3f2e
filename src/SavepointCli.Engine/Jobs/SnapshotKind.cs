namespace SavepointCli.Engine.Jobs;

/// <summary>Kinds of snapshot, <c>runtime.md</c> §2.8.</summary>
public enum SnapshotKind
{
    /// <summary>Taken and owned by the engine.</summary>
    Checkpoint,

    /// <summary>Asked for by the user; the job goes on.</summary>
    Savepoint,

    /// <summary>The savepoint with which a job stops.</summary>
    SyncSavepoint,
}
