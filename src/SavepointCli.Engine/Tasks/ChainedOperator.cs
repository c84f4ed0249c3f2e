using SavepointCli.Format.Ids;
using SavepointCli.Streaming.Operators;

namespace SavepointCli.Engine.Tasks;

/// <summary>An operator as it runs in one subtask.</summary>
/// <param name="Id">Under which its state is written.</param>
/// <param name="Operator">The operator.</param>
/// <param name="Context">What the engine gave to it.</param>
internal sealed record ChainedOperator(OperatorId Id, StreamOperator Operator, OperatorContext Context);
