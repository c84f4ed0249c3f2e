using System.Collections.Concurrent;
using SavepointCli.Engine.Checkpoints;
using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Persistence;
using SavepointCli.Format.Ids;
using SavepointCli.Storage;
using SavepointCli.Streaming;

namespace SavepointCli.Engine.Jobs;

/// <summary>Runs jobs in this process. Mirrors Flink's <c>Dispatcher</c>.</summary>
public sealed class EmbeddedCluster : IEmbeddedCluster
{
    private readonly IJobLoader _loader;
    private readonly EngineConfiguration _configuration;
    private readonly JobServices _services;
    private readonly JobRecords _records;
    private readonly SnapshotGuard _guard;
    private readonly JobStartup _startup;
    private readonly ConcurrentDictionary<JobId, JobMaster> _jobs = new();

    private readonly EndedJobs _ended;

    /// <summary>A cluster without jobs.</summary>
    /// <param name="loader">Turns submissions into graphs.</param>
    /// <param name="configuration">Settings of the cluster.</param>
    /// <param name="storage">Where snapshots lie.</param>
    /// <param name="time">The clock of everything that runs here.</param>
    /// <param name="standardOutput">What <c>Print</c> writes to; made safe for several threads here.</param>
    /// <param name="log">Where the engine says what it does.</param>
    public EmbeddedCluster(
        IJobLoader loader,
        EngineConfiguration configuration,
        IStorage storage,
        TimeProvider time,
        TextWriter standardOutput,
        ILogger<EmbeddedCluster> log)
        : this(loader, configuration, storage, time, standardOutput, log, new JobRecords(configuration))
    {
    }

    internal EmbeddedCluster(
        IJobLoader loader,
        EngineConfiguration configuration,
        IStorage storage,
        TimeProvider time,
        TextWriter standardOutput,
        ILogger<EmbeddedCluster> log,
        JobRecords records)
    {
        _loader = loader;
        _configuration = configuration;
        _services = new JobServices(time, storage, TextWriter.Synchronized(standardOutput), log);
        _records = records;
        _ended = new EndedJobs(configuration, time);
        _guard = new SnapshotGuard(() => _jobs.Values, storage);
        _startup = new JobStartup(_services, _guard);
    }

    /// <inheritdoc/>
    public IReadOnlyList<JobOverview> Jobs
    {
        get
        {
            // A job that ends meanwhile is in both, never in neither, if those that run are looked at first.
            JobDetails[] running = [.. _jobs.Values.Select(job => job.Details)];
            return [.. running.Concat(_ended.All).Select(job => job.Overview).Reverse().DistinctBy(job => job.Id).OrderBy(job => job.StartTime)];
        }
    }

    /// <inheritdoc/>
    public JobDetails? Find(JobId job) => _jobs.TryGetValue(job, out var master) ? master.Details : _ended.Find(job);

    /// <inheritdoc/>
    public async Task<JobId> SubmitAsync(JobSubmission submission, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(submission);
        var id = submission.JobId ?? JobId.FromBytes(Guid.NewGuid().ToByteArray());
        RefuseDuplicate(id);
        var loaded = await LoadAsync(submission, cancellation).ConfigureAwait(false);
        await RunAsync(
            id, loaded, submission, () => _records.Create(id, submission),
            job => _startup.StartAsync(job, submission, cancellation), isRecovered: false).ConfigureAwait(false);
        return id;
    }

    /// <summary>
    /// Takes up the jobs that an earlier process has left, each from its last checkpoint. A job that cannot be is logged, and its record
    /// stays for the next time.
    /// </summary>
    public async Task RecoverAsync(CancellationToken cancellation)
    {
        foreach (var record in _records.List())
        {
            try
            {
                var submission = record.Submission;
                var loaded = await LoadAsync(submission, cancellation).ConfigureAwait(false);
                await RunAsync(
                    record.Job, loaded, submission, () => record,
                    job => _startup.RecoverAsync(job, record, cancellation), isRecovered: true).ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                _services.Log.NotRecovered(record.Job, record.Directory, fault);
            }
        }
    }

    /// <inheritdoc/>
    public async Task<JobDetails> PlanAsync(JobSubmission submission, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(submission);
        using var loaded = await LoadAsync(submission, cancellation).ConfigureAwait(false);
        var id = submission.JobId ?? JobId.FromBytes(Guid.NewGuid().ToByteArray());
        return _startup.Plan(id, loaded, _configuration.With(submission.Configuration));
    }

    /// <inheritdoc/>
    public CancelOutcome Cancel(JobId job)
    {
        switch (Find(job)?.Overview.Status)
        {
            case null:
                return CancelOutcome.UnknownJob;
            case JobStatus.Finished or JobStatus.Failed:
                return CancelOutcome.AlreadyTerminated;
        }

        if (_jobs.TryGetValue(job, out var master))
        {
            master.Cancel();
        }

        return CancelOutcome.Accepted;
    }

    /// <inheritdoc/>
    public async Task<string> TriggerSavepointAsync(JobId job, SavepointTarget target, bool cancelJob, CancellationToken cancellation)
    {
        var directory = DirectoryOf(target, job, "target-directory");
        var snapshots = Require(job).Snapshots;
        var request = new SnapshotRequest(SnapshotKind.Savepoint, target.Format, directory);
        var taken = cancelJob ? snapshots.TakeAndCancelAsync(request, cancellation) : snapshots.TakeAsync(request, cancellation);
        return (await taken.ConfigureAwait(false)).ExternalPath!;
    }

    /// <inheritdoc/>
    public Task<string> StopWithSavepointAsync(JobId job, SavepointTarget target, bool drain, CancellationToken cancellation)
    {
        var directory = DirectoryOf(target, job, "targetDirectory");
        return Require(job).Snapshots.StopAsync(
            new SnapshotRequest(SnapshotKind.SyncSavepoint, target.Format, directory, drain), cancellation);
    }

    /// <inheritdoc/>
    public async Task<long> TriggerCheckpointAsync(JobId job, CancellationToken cancellation) =>
        (await Require(job).Snapshots.TakeAsync(SnapshotRequest.Checkpoint, cancellation).ConfigureAwait(false)).Id;

    /// <inheritdoc/>
    public Task DisposeSavepointAsync(string path, CancellationToken cancellation) =>
        Task.Run(() => _guard.Dispose(path, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<JobStatus> WaitForEndAsync(JobId job, CancellationToken cancellation) =>
        _ended.Find(job) is { } ended ? Task.FromResult(ended.Overview.Status) : Require(job).End.WaitAsync(cancellation);

    private JobMaster Require(JobId job) => _jobs.TryGetValue(job, out var master) ? master : throw JobFaults.NotFound(job);

    private void RefuseDuplicate(JobId id)
    {
        var hasEnded = _ended.Find(id) is not null;
        if (hasEnded || _jobs.ContainsKey(id))
        {
            throw JobFaults.Duplicate(id, hasEnded);
        }
    }

    private string DirectoryOf(SavepointTarget target, JobId job, string property) =>
        target.Directory
        ?? (_jobs.TryGetValue(job, out var master) ? master.Configuration : _configuration).Get(EngineOptions.SavepointDirectory)
        ?? throw JobFaults.NoTarget(property);

    private async Task<ILoadedJob> LoadAsync(JobSubmission submission, CancellationToken cancellation)
    {
        try
        {
            return await _loader.LoadAsync(submission, cancellation).ConfigureAwait(false);
        }
        catch (JobGraphException fault)
        {
            throw JobFaults.BadProgram(fault);
        }
    }

    private async Task RunAsync(
        JobId id, ILoadedJob loaded, JobSubmission submission, Func<IJobRecord> record, Func<JobMaster, Task> start, bool isRecovered)
    {
        JobMaster job;
        IJobRecord recorded = NoJobRecord.Instance;
        try
        {
            recorded = record();
            job = _startup.Create(id, loaded, _configuration.With(submission.Configuration), recorded);
            if (!_jobs.TryAdd(id, job))
            {
                throw JobFaults.Duplicate(id, terminated: false);
            }
        }
        catch
        {
            loaded.Dispose();
            if (!isRecovered)
            {
                recorded.Delete();
            }

            throw;
        }

        _ = RetireAsync(job, loaded);
        try
        {
            await start(job).ConfigureAwait(false);
        }
        catch (SavepointException fault) when (fault is not JobOperationException && !job.End.IsCompleted)
        {
            var refusal = JobFaults.NotStarted(fault);
            await job.RefuseAsync(refusal, keepRecord: isRecovered).ConfigureAwait(false);
            throw refusal;
        }
        catch (JobEndedException)
        {
            throw JobFaults.CancelledWhileStarting(id);
        }
        catch (Exception fault) when (!job.End.IsCompleted)
        {
            // The job stays in the list as failed, with what kept it from starting.
            await job.RefuseAsync(fault, keepRecord: isRecovered).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Waits for the end of a job and keeps what is known of it, and nothing else.</summary>
    private async Task RetireAsync(JobMaster job, ILoadedJob loaded)
    {
        await job.End.ConfigureAwait(false);
        var details = job.Details;
        JobFailure[] failures = [.. details.Failures.Select(failure => failure with { Cause = UnloadedException.Detach(failure.Cause) })];
        _ended.Add(details with { Failure = failures.FirstOrDefault()?.Cause, Failures = failures });
        _jobs.TryRemove(job.Id, out _);
        loaded.Dispose();
    }
}
