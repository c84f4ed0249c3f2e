namespace SavepointCli.Operations.Inspect;

/// <summary>What a snapshot is.</summary>
public enum InspectedKind
{
    /// <summary>Nothing in it says.</summary>
    Unknown,

    /// <summary>A savepoint, by its place only: metadata before version 4 do not say in which format.</summary>
    Savepoint,

    /// <summary>A savepoint that every state backend can read.</summary>
    CanonicalSavepoint,

    /// <summary>A savepoint that only its own state backend can read.</summary>
    NativeSavepoint,

    /// <summary>A checkpoint that holds all of its state.</summary>
    FullCheckpoint,

    /// <summary>A checkpoint that shares files with others.</summary>
    IncrementalCheckpoint,

    /// <summary>A checkpoint of the changelog backend.</summary>
    ChangelogCheckpoint,
}
