using SavepointCli.Cluster.Jobs;
using SavepointCli.Commands.Run;

namespace SavepointCli.Rendering;

/// <summary>What <c>run -o json</c> prints: a job that is submitted, or one that has ended well.</summary>
internal sealed record RunDocument(
    string ApiVersion, string Kind, string Status, string Job, long? RuntimeMilliseconds, IReadOnlyList<Accumulator>? Accumulators)
{
    public static RunDocument Of(RunSubmission submission, JobResult? result) => new(
        DocumentRenderer.ApiVersion,
        "Job",
        result is null ? "SUBMITTED" : "FINISHED",
        submission.Job.ToString(),
        result?.NetRuntimeMilliseconds,
        result?.Accumulators);
}
