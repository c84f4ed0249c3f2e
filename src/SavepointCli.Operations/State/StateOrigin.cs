using SavepointCli.Format.Ids;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Operations.State;

/// <summary>The subtask whose state is being read, and what its decoders must know.</summary>
/// <param name="Operator">The operator's uid where it is known, else its id.</param>
/// <param name="OperatorId">The operator's id.</param>
/// <param name="Subtask">Index of the subtask.</param>
/// <param name="MaxParallelism">Number of key groups of the operator.</param>
/// <param name="Kryo">Which Kryo wrote opaque values.</param>
/// <param name="Selection">Which states are wanted.</param>
internal sealed record StateOrigin(
    string Operator, OperatorId OperatorId, int Subtask, int MaxParallelism, KryoVersion Kryo, StateSelection Selection);
