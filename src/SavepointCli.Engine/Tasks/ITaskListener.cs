using SavepointCli.Engine.Checkpoints;
using SavepointCli.Engine.Graph;
using SavepointCli.Engine.Jobs;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Metadata;

namespace SavepointCli.Engine.Tasks;

/// <summary>Hears from tasks. Called on their threads; nothing here waits.</summary>
internal interface ITaskListener
{
    /// <summary>A subtask has changed its state.</summary>
    void OnStateChanged(Subtask subtask, TaskState state, Exception? failure);

    /// <summary>A subtask's part of a snapshot is written.</summary>
    void OnAcknowledged(Subtask subtask, long checkpointId, IReadOnlyDictionary<OperatorId, SubtaskState> states);

    /// <summary>A subtask cannot take its part in a snapshot.</summary>
    void OnDeclined(Subtask subtask, long checkpointId, CheckpointFailureReason reason, Exception? cause);

    /// <summary>The operators of a subtask whose input has ended are done; it waits for a last checkpoint.</summary>
    void OnOperatorsFinished(Subtask subtask);

    /// <summary>A source in a subtask has started and asks for work.</summary>
    void OnReaderRegistered(Subtask subtask, OperatorId source);

    /// <summary>A source in a subtask asks for a split.</summary>
    void OnSplitRequested(Subtask subtask, OperatorId source);
}
