namespace SavepointCli.Engine.Web.Messages;

/// <summary>What a snapshot holds.</summary>
/// <param name="Path">As Flink writes it.</param>
/// <param name="Kind">What it is and in which format.</param>
/// <param name="MetadataVersion">Version of its metadata.</param>
/// <param name="WrittenBy">Flink releases that write this version.</param>
/// <param name="CheckpointId">The id.</param>
/// <param name="Bytes">Bytes of state.</param>
/// <param name="MetadataBytes">Bytes of its metadata, state that is inline included.</param>
/// <param name="Files">Number of files it refers to.</param>
/// <param name="IsRelocatable">Whether its directory can be moved as it is.</param>
/// <param name="Job">Id of the job that took it, or its first digits; null if unknown.</param>
/// <param name="JobName">Name of that job; null if this cluster does not know it.</param>
/// <param name="Use">The running job that needs it; null if there is none.</param>
/// <param name="Operators">Its operators.</param>
/// <param name="Findings">What could not be looked at, and why.</param>
internal sealed record SnapshotAnswer(
    string Path,
    string Kind,
    int MetadataVersion,
    string WrittenBy,
    long CheckpointId,
    long Bytes,
    long MetadataBytes,
    int Files,
    bool IsRelocatable,
    string? Job,
    string? JobName,
    SnapshotUse? Use,
    IReadOnlyList<SnapshotOperator> Operators,
    IReadOnlyList<string> Findings);

/// <summary>An operator of a snapshot.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Uid">Its uid, or null.</param>
/// <param name="Name">Its name, or null.</param>
/// <param name="Parallelism">Number of subtasks it ran with.</param>
/// <param name="MaxParallelism">Number of key groups.</param>
/// <param name="Bytes">Bytes of its state by what they are.</param>
/// <param name="States">Its states; null where they could not be read.</param>
/// <param name="KeyGroups">Bytes of keyed state per key group; null if it has none, or the metadata do not tell.</param>
internal sealed record SnapshotOperator(
    string Id,
    string? Uid,
    string? Name,
    int Parallelism,
    int MaxParallelism,
    SnapshotBytes Bytes,
    IReadOnlyList<SnapshotState>? States,
    IReadOnlyList<long>? KeyGroups);

/// <summary>A state of an operator.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">How it belongs to keys or subtasks.</param>
internal sealed record SnapshotState(string Name, string Kind);

/// <summary>Bytes of state by what they are.</summary>
internal sealed record SnapshotBytes(long Total, long Keyed, long Operator, long Coordinator, long Channel, long Raw);
