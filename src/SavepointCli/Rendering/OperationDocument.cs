using SavepointCli.Cluster.Jobs;
using SavepointCli.Format.Ids;

namespace SavepointCli.Rendering;

/// <summary>What <c>savepoint</c>, <c>stop</c>, <c>cancel</c>, <c>checkpoint</c> print with <c>-o json</c>; what does not apply is null.</summary>
internal sealed record OperationDocument(
    string ApiVersion,
    string Kind,
    string Status,
    string? Job,
    string? TriggerId,
    string? Location,
    long? CheckpointId)
{
    private const string Completed = "COMPLETED";
    private const string Triggered = "TRIGGERED";

    /// <summary>A savepoint, or a stop or cancellation with one; without location nobody waited for it.</summary>
    public static OperationDocument OfSavepoint(string kind, JobId job, TriggerId? trigger, string? location) => new(
        DocumentRenderer.ApiVersion, kind, location is null ? Triggered : Completed, job.ToString(), trigger?.ToString(), location, null);

    /// <summary>A cancellation without savepoint: accepted, not necessarily over.</summary>
    public static OperationDocument OfCancellation(JobId job) =>
        new(DocumentRenderer.ApiVersion, "Cancellation", Triggered, job.ToString(), null, null, null);

    public static OperationDocument OfCheckpoint(JobId job, long checkpoint) =>
        new(DocumentRenderer.ApiVersion, "Checkpoint", Completed, job.ToString(), null, null, checkpoint);

    public static OperationDocument OfDisposal(string path) =>
        new(DocumentRenderer.ApiVersion, "Disposal", Completed, null, null, path, null);
}
