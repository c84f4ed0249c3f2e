using SavepointCli.Engine.Checkpoints;
using SavepointCli.Engine.Graph;
using SavepointCli.Engine.State;
using SavepointCli.Engine.Tasks.Channels;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Engine.Tasks;

/// <summary>What one task is given to run its subtask.</summary>
/// <param name="Subtask">The subtask.</param>
/// <param name="Mailbox">How others reach its thread.</param>
/// <param name="Inputs">Edges it reads from, with their channels.</param>
/// <param name="Outputs">Edges it sends into, with their channels.</param>
internal sealed record TaskDeployment(
    Subtask Subtask,
    Mailbox Mailbox,
    IReadOnlyList<(JobEdge Edge, EdgeChannels Channels)> Inputs,
    IReadOnlyList<(JobEdge Edge, EdgeChannels Channels)> Outputs)
{
    /// <summary>What each operator restores from; operators without an entry start empty.</summary>
    public IReadOnlyDictionary<OperatorId, SubtaskStateAssignment> State { get; init; } =
        new Dictionary<OperatorId, SubtaskStateAssignment>();

    /// <summary>Opens the streams of the restored snapshot; null if nothing is restored.</summary>
    public IStateStreams? StateStreams { get; init; }

    /// <summary>Which Kryo wrote the state that only Kryo can read.</summary>
    public KryoVersion Kryo { get; init; }

    /// <summary>Id of the restored snapshot; null if nothing is restored.</summary>
    public long? RestoredCheckpointId { get; init; }

    /// <summary>Whether any operator of the vertex got state.</summary>
    public bool IsRestored { get; init; }

    /// <summary>Whether the vertex had finished when the restored snapshot was taken: no user code runs again.</summary>
    public bool HasFinishedBefore { get; init; }

    /// <summary>Whether a task at its end waits for a last checkpoint, so that side effects are committed.</summary>
    public bool EndsWithCheckpoint { get; init; }

    /// <summary>The state of one operator.</summary>
    public SubtaskStateAssignment StateOf(OperatorId @operator) => State.GetValueOrDefault(@operator, SubtaskStateAssignment.None);
}
