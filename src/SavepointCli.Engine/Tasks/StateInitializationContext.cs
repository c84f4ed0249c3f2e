using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.Tasks;

/// <inheritdoc cref="IStateInitializationContext"/>
internal sealed record StateInitializationContext(
    bool IsRestored, long? RestoredCheckpointId, IOperatorStateStore OperatorStateStore, IKeyedStateStore? KeyedStateStore)
    : IStateInitializationContext;
