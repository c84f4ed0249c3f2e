using SavepointCli.Engine.Checkpoints;
using SavepointCli.Engine.Graph;
using SavepointCli.Engine.Tasks;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Metadata;

namespace SavepointCli.Engine.Jobs;

/// <summary>Brings what tasks report from their threads to the job's.</summary>
internal sealed class TaskReports(JobMaster job, CheckpointCoordinator coordinator, JobThread thread) : ITaskListener
{
    /// <inheritdoc/>
    public void OnStateChanged(Subtask subtask, TaskState state, Exception? failure) =>
        thread.Post(() => job.OnStateChanged(subtask, state, failure));

    /// <inheritdoc/>
    public void OnAcknowledged(Subtask subtask, long checkpointId, IReadOnlyDictionary<OperatorId, SubtaskState> states) =>
        thread.Post(() => coordinator.Acknowledge(subtask, checkpointId, states));

    /// <inheritdoc/>
    public void OnDeclined(Subtask subtask, long checkpointId, CheckpointFailureReason reason, Exception? cause) =>
        thread.Post(() => coordinator.Decline(checkpointId, reason, cause));

    /// <inheritdoc/>
    public void OnOperatorsFinished(Subtask subtask) => thread.Post(() => job.OnOperatorsFinished(subtask));

    /// <inheritdoc/>
    public void OnReaderRegistered(Subtask subtask, OperatorId source) =>
        thread.Post(() => job.SourceOf(subtask, source)?.RegisterReader(subtask.Index));

    /// <inheritdoc/>
    public void OnSplitRequested(Subtask subtask, OperatorId source) =>
        thread.Post(() => job.SourceOf(subtask, source)?.RequestSplit(subtask.Index));
}
