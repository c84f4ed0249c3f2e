using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Streaming.Sources;

namespace SavepointCli.Engine.Graph;

/// <summary>
/// Runs the coordinator of one source on the job's thread: what subtasks ask for comes in there, and splits go out from there as mails.
/// So the order between splits and barriers is one order.
/// </summary>
internal sealed class SourceCoordination : ISourceCoordinatorContext
{
    private readonly OperatorId _source;
    private readonly IReadOnlyList<Subtask> _subtasks;
    private readonly SourceCoordinator _coordinator;

    public SourceCoordination(JobOperator source, IReadOnlyList<Subtask> subtasks)
    {
        _source = source.Id;
        _subtasks = subtasks;
        _coordinator = source.Node.CreateCoordinator!(this);
    }

    /// <inheritdoc/>
    public int Parallelism => _subtasks.Count;

    /// <summary>Starts the coordinator.</summary>
    /// <param name="restored">Its state in the restored snapshot, or null.</param>
    public void Start(byte[]? restored) => _coordinator.Start(restored);

    /// <summary>A subtask has started.</summary>
    public void RegisterReader(int subtask) => _coordinator.HandleReaderRegistration(subtask);

    /// <summary>A subtask asks for a split.</summary>
    public void RequestSplit(int subtask) => _coordinator.HandleSplitRequest(subtask);

    /// <summary>The splits that no reader has, for a snapshot. Flink names such handles after the operator.</summary>
    public StreamHandle Snapshot(long checkpointId) => new InlineStreamHandle(_source.ToString(), _coordinator.SnapshotState(checkpointId));

    /// <summary>A checkpoint is complete.</summary>
    public void NotifyCheckpointComplete(long checkpointId) => _coordinator.NotifyCheckpointComplete(checkpointId);

    /// <summary>Gives the coordinator's resources back.</summary>
    public void Close() => _coordinator.Close();

    /// <inheritdoc/>
    public void SendAddSplits(int subtask, IReadOnlyList<byte[]> splits) => _subtasks[subtask].Task.AddSplits(splits);

    /// <inheritdoc/>
    public void SendNoMoreSplits(int subtask) => _subtasks[subtask].Task.SignalNoMoreSplits();
}
