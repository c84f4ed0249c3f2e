using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.Tasks;

/// <inheritdoc cref="IStateSnapshotContext"/>
internal sealed record StateSnapshotContext(long CheckpointId, long CheckpointTimestamp) : IStateSnapshotContext;
