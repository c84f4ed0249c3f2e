using SavepointCli.Engine.Jobs;
using SavepointCli.Format.Metadata;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>A snapshot whose <c>_metadata</c> is published.</summary>
/// <param name="Id">The checkpoint id.</param>
/// <param name="Kind">What was taken.</param>
/// <param name="Directory">Its own directory, a path of the storage; null if it lives in memory only.</param>
/// <param name="ExternalPath">The directory as Flink prints it (<c>file:/…</c>); null if it lives in memory only.</param>
/// <param name="Metadata">What <c>_metadata</c> says.</param>
/// <param name="StateSize">Bytes of state.</param>
internal sealed record CompletedSnapshot(
    long Id, SnapshotKind Kind, string? Directory, string? ExternalPath, SnapshotMetadata Metadata, long StateSize);
