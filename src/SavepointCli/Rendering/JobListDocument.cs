using System.Globalization;
using SavepointCli.Cluster.Rest.Messages;
using SavepointCli.Commands.List;

namespace SavepointCli.Rendering;

/// <summary>What <c>list -o json</c> prints.</summary>
internal sealed record JobListDocument(string ApiVersion, string Kind, IReadOnlyList<JobListDocument.Job> Items)
{
    public static JobListDocument Of(ListReport report) =>
        new(DocumentRenderer.ApiVersion, "JobList", [.. report.All.Select(Job.Of)]);

    /// <summary>One job; the start is in UTC.</summary>
    internal sealed record Job(string Id, string Name, string State, string StartTime, int? Tasks, int? RunningTasks)
    {
        public static Job Of(JobOverview job) => new(
            job.Id.ToString(),
            job.Name,
            job.State.Name,
            JobListRenderer.StartOf(job, TimeZoneInfo.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            job.Tasks?.Total,
            job.Tasks?.Running);
    }
}
