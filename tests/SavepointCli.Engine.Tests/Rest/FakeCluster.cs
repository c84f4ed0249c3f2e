using SavepointCli.Engine.Jobs;
using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Tests.Rest;

/// <summary>A cluster whose jobs and outcomes a test chooses; only the REST server in front of it is under test.</summary>
internal sealed class FakeCluster : IEmbeddedCluster
{
    private readonly Dictionary<JobId, JobDetails> _jobs = [];

    public List<string> Calls { get; } = [];

    public List<JobSubmission> Submissions { get; } = [];

    public Func<Task<string>> Savepoint { get; set; } = () => Task.FromResult("file:/savepoints/savepoint-54c1a3-209565635877");

    public Func<Task> Dispose { get; set; } = () => Task.CompletedTask;

    public Func<JobId> Submit { get; set; } = () => new JobId(1);

    public IReadOnlyList<JobOverview> Jobs => [.. _jobs.Values.Select(job => job.Overview)];

    public JobDetails? Find(JobId job) => _jobs.GetValueOrDefault(job);

    public JobDetails Add(JobDetails job) => _jobs[job.Overview.Id] = job;

    public Task<JobId> SubmitAsync(JobSubmission submission, CancellationToken cancellation)
    {
        Submissions.Add(submission);
        return Task.FromResult(Submit());
    }

    public Task<JobDetails> PlanAsync(JobSubmission submission, CancellationToken cancellation)
    {
        Submissions.Add(submission);
        return Task.FromResult(SampleJobs.Running("54c1a3abc5a3f7ddb6dfff24f2377b75"));
    }

    public CancelOutcome Cancel(JobId job) => Find(job)?.Overview.Status switch
    {
        null => CancelOutcome.UnknownJob,
        JobStatus.Finished or JobStatus.Failed => CancelOutcome.AlreadyTerminated,
        _ => CancelOutcome.Accepted,
    };

    public Task<string> TriggerSavepointAsync(JobId job, SavepointTarget target, bool cancelJob, CancellationToken cancellation) =>
        OfKnownJob(job, $"savepoint {target.Directory} {target.Format} cancel={cancelJob}", Savepoint);

    public Task<string> StopWithSavepointAsync(JobId job, SavepointTarget target, bool drain, CancellationToken cancellation) =>
        OfKnownJob(job, $"stop {target.Directory} {target.Format} drain={drain}", Savepoint);

    public async Task<long> TriggerCheckpointAsync(JobId job, CancellationToken cancellation)
    {
        await OfKnownJob(job, "checkpoint", Savepoint);
        return 7;
    }

    public Task DisposeSavepointAsync(string path, CancellationToken cancellation)
    {
        Calls.Add($"dispose {path}");
        return Dispose();
    }

    public Task<JobStatus> WaitForEndAsync(JobId job, CancellationToken cancellation) =>
        Task.FromResult(_jobs[job].Overview.Status);

    private Task<string> OfKnownJob(JobId job, string call, Func<Task<string>> outcome)
    {
        lock (Calls)
        {
            Calls.Add(call);
        }

        return Find(job) is not null
            ? outcome()
            : throw new JobOperationException(
                ExitCode.NotFound, "org.apache.flink.runtime.messages.FlinkJobNotFoundException", $"Could not find Flink job ({job})");
    }
}
