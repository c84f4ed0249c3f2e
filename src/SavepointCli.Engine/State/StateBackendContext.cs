using SavepointCli.Format.Ids;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Engine.State;

/// <summary>What the state backends of one operator in one subtask need to know.</summary>
/// <param name="OperatorName">Name of the operator, for messages.</param>
/// <param name="KeyGroups">The key groups of the subtask.</param>
/// <param name="MaxParallelism">Number of key groups of the operator.</param>
/// <param name="Time">The clock by which state expires.</param>
/// <param name="Streams">Opens the streams of the restored snapshot; null if nothing is restored.</param>
public sealed record StateBackendContext(
    string OperatorName, KeyGroupRange KeyGroups, int MaxParallelism, TimeProvider Time, IStateStreams? Streams = null)
{
    /// <summary>Which Kryo wrote what only Kryo can read: 2 up to Flink 1.20, 5 since 2.0.</summary>
    public KryoVersion Kryo { get; init; }

    /// <summary>Which state backend keeps keyed state, and how.</summary>
    public StateBackendSettings Backend { get; init; } = StateBackendSettings.HashMap;
}
