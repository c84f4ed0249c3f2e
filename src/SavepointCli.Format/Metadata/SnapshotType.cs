namespace SavepointCli.Format.Metadata;

/// <summary>What <c>CheckpointProperties</c> call the snapshot, <c>SnapshotType.getName()</c>.</summary>
public enum SnapshotType
{
    /// <summary>Not recorded: before version 4, or where the properties are null as the State Processor API writes them.</summary>
    Unrecorded,

    /// <summary>A checkpoint that may share files with others.</summary>
    Checkpoint,

    /// <summary>A checkpoint that was made to share no file with earlier ones.</summary>
    FullCheckpoint,

    /// <summary>A savepoint after which the job went on.</summary>
    Savepoint,

    /// <summary>The savepoint of a stop.</summary>
    SuspendSavepoint,

    /// <summary>The savepoint of a stop with drain.</summary>
    TerminateSavepoint,
}
