namespace SavepointCli.Engine.Web.Messages;

/// <summary>A part of the list of snapshots.</summary>
/// <param name="Total">How many there are.</param>
/// <param name="Snapshots">Those asked for, newest first.</param>
internal sealed record SnapshotsAnswer(int Total, IReadOnlyList<SnapshotRow> Snapshots);

/// <summary>A row of the list.</summary>
/// <param name="Path">As Flink writes it: <c>file:/…</c>.</param>
/// <param name="Name">Name of its directory.</param>
/// <param name="Modified">When it was written, milliseconds since 1970.</param>
/// <param name="Job">Id of the job that took it, or its first digits; null if unknown.</param>
/// <param name="JobName">Name of that job; null if this cluster does not know it.</param>
/// <param name="Use">The running job that needs it; null if there is none.</param>
/// <param name="Kind">What it is and in which format; null if it cannot be read.</param>
/// <param name="CheckpointId">The id; null if it cannot be read.</param>
/// <param name="Bytes">Bytes of state; null if it cannot be read.</param>
/// <param name="Operators">Number of operators; null if it cannot be read.</param>
/// <param name="Fault">What is wrong with it, else null.</param>
internal sealed record SnapshotRow(
    string Path,
    string Name,
    long Modified,
    string? Job,
    string? JobName,
    SnapshotUse? Use,
    string? Kind,
    long? CheckpointId,
    long? Bytes,
    int? Operators,
    string? Fault);

/// <summary>A running job that needs a snapshot.</summary>
/// <param name="Job">Its id.</param>
/// <param name="Reason">What for, to go behind the name of the job.</param>
internal sealed record SnapshotUse(string Job, string Reason);
