using SavepointCli.Engine.State;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Metadata;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>A snapshot as it fits a job: what each of the job's operators takes over.</summary>
/// <param name="Snapshot">The snapshot.</param>
/// <param name="Operators">State by id of the job's operator; operators without an entry start empty.</param>
/// <param name="Streams">Opens its streams.</param>
internal sealed record RestoredState(
    CompletedSnapshot Snapshot, IReadOnlyDictionary<OperatorId, OperatorState> Operators, IStateStreams Streams);
