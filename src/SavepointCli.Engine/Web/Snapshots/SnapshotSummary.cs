namespace SavepointCli.Engine.Web.Snapshots;

/// <summary>What the metadata of a snapshot say in short.</summary>
/// <param name="Kind">What it is and in which format; null if the metadata cannot be read.</param>
/// <param name="CheckpointId">The id.</param>
/// <param name="Bytes">Bytes of state.</param>
/// <param name="Operators">Number of operators.</param>
/// <param name="Fault">Why the metadata cannot be read, else null.</param>
internal sealed record SnapshotSummary(string? Kind, long? CheckpointId, long? Bytes, int? Operators, string? Fault);
