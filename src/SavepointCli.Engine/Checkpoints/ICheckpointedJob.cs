using SavepointCli.Engine.Graph;
using SavepointCli.Engine.Jobs;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>What the checkpoint coordinator needs of the job whose snapshots it takes. Called on the job's thread.</summary>
internal interface ICheckpointedJob
{
    /// <summary>The vertices in topological order, with the parallelism in force.</summary>
    IReadOnlyList<JobVertex> Vertices { get; }

    /// <summary>Chooses the subtasks that take part.</summary>
    /// <exception cref="JobOperationException">A subtask that has to is not running.</exception>
    CheckpointPlan PlanCheckpoint();

    /// <summary>State of the operators' coordinators, those with any.</summary>
    IReadOnlyDictionary<OperatorId, StreamHandle> SnapshotCoordinators(long checkpointId);

    /// <summary>Tells the operators' coordinators that a checkpoint is complete.</summary>
    void NotifyCoordinators(long checkpointId);

    /// <summary>Makes the job fail over because of a snapshot that failed.</summary>
    void FailOver(Exception cause);
}
