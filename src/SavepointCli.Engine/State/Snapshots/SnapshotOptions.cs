using SavepointCli.Engine.Jobs;
using SavepointCli.Format.OperatorStates;

namespace SavepointCli.Engine.State.Snapshots;

/// <summary>How a snapshot is written.</summary>
/// <param name="Format">Canonical for savepoints that any backend restores; native for checkpoints.</param>
public sealed record SnapshotOptions(SavepointFormat Format)
{
    /// <summary>
    /// Version of the operator state header: <see cref="OperatorBackendHeader.UncompressedVersion"/>, which every Flink reads, unless the
    /// job writes for newer ones only.
    /// </summary>
    public int OperatorHeaderVersion { get; init; } = OperatorBackendHeader.UncompressedVersion;

    /// <summary>Which files of other snapshots may be used.</summary>
    public FileSharing Sharing { get; init; }

    /// <summary>Whether key groups are snappy framed (<c>execution.checkpointing.snapshot-compression</c>).</summary>
    public bool Compress { get; init; }

    /// <summary>The checkpoint for which the snapshot is made.</summary>
    public long CheckpointId { get; init; }
}
