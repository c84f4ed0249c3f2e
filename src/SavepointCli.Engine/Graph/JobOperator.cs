using SavepointCli.Format.Ids;
using SavepointCli.Streaming.Graph;

namespace SavepointCli.Engine.Graph;

/// <summary>An operator of a job graph.</summary>
/// <param name="Id">Under which its state is written.</param>
/// <param name="AlternativeId">The <c>uidHash</c>: another id under which state is looked up on restore, or null.</param>
/// <param name="Node">Its node in the stream graph.</param>
/// <param name="ChainedTargets">Edges to operators of the same chain.</param>
internal sealed record JobOperator(
    OperatorId Id, OperatorId? AlternativeId, StreamNode Node, IReadOnlyList<StreamEdge> ChainedTargets);
