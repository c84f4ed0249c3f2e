using SavepointCli.Cluster.Jobs;
using SavepointCli.Format.Ids;

namespace SavepointCli.Cluster.Journal;

/// <summary>What is asked of a cluster under one trigger id.</summary>
/// <param name="Kind">What.</param>
/// <param name="Job">Of which job.</param>
public sealed record OperationRequest(OperationKind Kind, JobId Job)
{
    /// <summary>Where to write, as the cluster understands it; null for its default.</summary>
    public string? TargetDirectory { get; init; }

    /// <summary>Layout of a savepoint; null for a checkpoint.</summary>
    public SavepointFormat? Format { get; init; }

    /// <summary>Whether a stop advances time to its end first.</summary>
    public bool Drain { get; init; }

    /// <summary>What kind of checkpoint; null for a savepoint.</summary>
    public CheckpointKind? Checkpoint { get; init; }

    /// <summary>A savepoint, or with <see cref="SavepointTrigger.CancelJob"/> a cancellation with savepoint.</summary>
    public static OperationRequest Of(JobId job, SavepointTrigger trigger) =>
        new(trigger.CancelJob ? OperationKind.Cancel : OperationKind.Savepoint, job)
        {
            TargetDirectory = trigger.TargetDirectory,
            Format = trigger.Format,
        };

    /// <summary>A stop with savepoint.</summary>
    public static OperationRequest Of(JobId job, StopTrigger trigger) => new(OperationKind.Stop, job)
    {
        TargetDirectory = trigger.TargetDirectory,
        Format = trigger.Format,
        Drain = trigger.Drain,
    };

    /// <summary>A checkpoint.</summary>
    public static OperationRequest Of(JobId job, CheckpointKind kind) => new(OperationKind.Checkpoint, job) { Checkpoint = kind };

    /// <summary>For messages: <c>savepoint of job ...</c>.</summary>
    public override string ToString() => Kind switch
    {
        OperationKind.Stop => $"stop of job {Job}",
        OperationKind.Cancel => $"cancellation of job {Job}",
        OperationKind.Checkpoint => $"checkpoint of job {Job}",
        _ => $"savepoint of job {Job}",
    };
}
