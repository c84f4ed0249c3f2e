using SavepointCli.Engine.Checkpoints;
using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Graph;
using SavepointCli.Engine.Jobs.Restarts;
using SavepointCli.Engine.Tasks;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Jobs;

/// <summary>
/// Runs one job: deploys its tasks, watches them, restarts them after a failure, and ends the job. Everything happens on the job's
/// thread; the members that return tasks, and <see cref="Details"/>, may be called from any thread. Mirrors <c>JobMaster</c> with its
/// scheduler.
/// </summary>
internal sealed class JobMaster : ICheckpointedJob
{
    private readonly JobServices _services;
    private readonly JobThread _thread;
    private readonly JobStatusHistory _status;
    private readonly CheckpointSettings _checkpointing;
    private readonly CheckpointCoordinator _coordinator;
    private readonly KeptSnapshots _kept;
    private readonly JobRecovery _recovery;
    private readonly RestartStrategy _restarts;
    private readonly TaskEnvironment _environment;
    private readonly HashSet<Subtask> _waitForLastCheckpoint = [];
    private readonly TaskCompletionSource<JobStatus> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Execution? _execution;
    private RestoredSnapshot? _startedFrom;
    private TimeSpan _restartDelay;
    private ITimer? _timer;
    private Exception? _failure;
    private int _attempt;
    private volatile JobDetails _details;
    private volatile IReadOnlyList<SnapshotInUse> _snapshotsInUse = [];

    public JobMaster(JobId id, JobGraph graph, EngineConfiguration configuration, JobServices services)
    {
        Id = id;
        Graph = graph;
        _services = services;
        Configuration = configuration;
        _status = new JobStatusHistory(services.Time);
        _checkpointing = CheckpointSettings.Of(configuration);
        _restarts = RestartStrategy.Of(configuration, _checkpointing.Interval is not null, services.Time);
        _thread = new JobThread(HandleFailure, Publish);
        _kept = new KeptSnapshots(
            new CompletedCheckpointStore(_checkpointing.Retained), new SnapshotCleaner(services.Storage, _thread, services.Log),
            services.Storage);
        _recovery = new JobRecovery(graph, _kept, services.Storage);
        _coordinator = new CheckpointCoordinator(
            this, _checkpointing,
            new SnapshotDirectories(
                services.Storage, id, SnapshotDirectories.CheckpointDirectoryOf(configuration, id), _checkpointing.InlineThreshold),
            new SnapshotCompletion(this, _checkpointing, new SnapshotPublisher(services.Storage), _kept, _thread),
            _kept, _thread, services.Time);
        _kept.Cleaned = _coordinator.StartNext;
        Snapshots = new JobSnapshots(
            this, _coordinator, new PeriodicCheckpoints(_checkpointing, _coordinator, _thread, services.Time), _thread);
        _environment = new TaskEnvironment(
            services.Time, services.Storage, new TaskReports(this, _coordinator, _thread), services.StandardOutput,
            configuration.Get(EngineOptions.AutoWatermarkInterval));
        _details = Describe();
    }

    /// <summary>The job.</summary>
    public JobId Id { get; }

    /// <summary>The job as it is run.</summary>
    public JobGraph Graph { get; }

    /// <summary>Its settings.</summary>
    public EngineConfiguration Configuration { get; }

    /// <summary>What may be asked of the job's state.</summary>
    public JobSnapshots Snapshots { get; }

    /// <summary>The state of the job; on the job's thread.</summary>
    public JobStatus Status => _status.Current;

    /// <summary>How the job stands, as of a moment ago.</summary>
    public JobDetails Details => _details;

    /// <summary>Completes with the final state.</summary>
    public Task<JobStatus> End => _end.Task;

    /// <summary>Snapshots that nobody may delete while the job runs.</summary>
    public IReadOnlyList<SnapshotInUse> SnapshotsInUse => _snapshotsInUse;

    /// <inheritdoc/>
    public IReadOnlyList<JobVertex> Vertices => Graph.Vertices;

    /// <summary>Starts the job, from a snapshot if there is one.</summary>
    public Task StartAsync(RestoredState? restored, ClaimMode mode) => _thread.Ask(() =>
    {
        if (_status.IsTerminal)
        {
            throw new JobEndedException();
        }

        if (restored is not null)
        {
            _recovery.StartFrom(restored);
            _startedFrom = new RestoredSnapshot(
                restored.Snapshot.Id, restored.Snapshot.ExternalPath!, _services.Time.GetUtcNow(), IsSavepoint: mode != ClaimMode.Claim);
            _kept.Restore(restored.Snapshot, mode);
            _coordinator.ContinueBehind(restored.Snapshot.Id);
        }

        Enter(JobStatus.Created);
        Deploy();
        Publish();
        return true;
    });

    /// <summary>The job cannot be started.</summary>
    public Task RefuseAsync(Exception cause) => _thread.Ask(() =>
    {
        _failure = cause;
        EndWith(JobStatus.Failed);
        return true;
    });

    /// <summary>Asks the job to cancel.</summary>
    public void Cancel() => _thread.Post(() =>
    {
        if (_status.Current is JobStatus.Cancelling || _status.IsTerminal)
        {
            return;
        }

        Enter(JobStatus.Cancelling);
        Snapshots.Close();
        CancelTasks();
    });

    /// <inheritdoc/>
    public CheckpointPlan PlanCheckpoint()
    {
        var plan = _execution?.PlanCheckpoint(Id) ?? throw JobFaults.Initializing(Id);
        return _checkpointing.AfterTasksFinish || plan.Finished.Count == 0 ? plan : throw Execution.NotRunning(plan.Finished[0], Id);
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<OperatorId, StreamHandle> SnapshotCoordinators(long checkpointId) =>
        _execution!.SnapshotCoordinators(checkpointId);

    /// <inheritdoc/>
    public void NotifyCoordinators(long checkpointId) => _execution!.NotifyCheckpointComplete(checkpointId);

    /// <inheritdoc/>
    public void FailOver(Exception cause) => HandleFailure(cause);

    /// <summary>A subtask has changed its state; on the job's thread.</summary>
    public void OnStateChanged(Subtask subtask, TaskState state, Exception? failure)
    {
        // A task that is being cancelled may have reported before that it runs.
        if (subtask.State == TaskState.Canceling && state is TaskState.Initializing or TaskState.Running)
        {
            return;
        }

        subtask.State = state;
        if (!subtask.IsTerminal)
        {
            return;
        }

        if (failure is not null)
        {
            HandleFailure(failure);
        }

        if (state == TaskState.Finished)
        {
            _coordinator.OnSubtaskFinished(subtask);
        }

        if (_execution is { IsTerminal: true })
        {
            OnTasksEnded();
        }
    }

    /// <summary>A subtask waits for a last checkpoint, which is taken once all others do; on the job's thread.</summary>
    public void OnOperatorsFinished(Subtask subtask)
    {
        _waitForLastCheckpoint.Add(subtask);
        var othersWait = _execution!.Subtasks.All(other => other.State == TaskState.Finished || _waitForLastCheckpoint.Contains(other));
        if (othersWait && !Snapshots.IsStopping)
        {
            _coordinator.Request(SnapshotRequest.Checkpoint);
        }
    }

    /// <summary>The coordinator of a source, or null if the subtask belongs to an earlier attempt; on the job's thread.</summary>
    public SourceCoordination? SourceOf(Subtask subtask, OperatorId source) =>
        _execution is { } execution && execution.Subtasks.Contains(subtask) ? execution.SourceOf(source) : null;

    private void Deploy()
    {
        _waitForLastCheckpoint.Clear();
        Enter(JobStatus.Running);
        _execution = Execution.Create(
            Graph, _attempt++, _recovery.Current, _environment, _checkpointing is { Interval: not null, AfterTasksFinish: true });
        _execution.Start(_recovery.Current);
        Snapshots.Resume();
    }

    private void HandleFailure(Exception cause)
    {
        _services.Log.JobFailed(Id, cause);
        if (_status.Current is not (JobStatus.Running or JobStatus.Created))
        {
            return;
        }

        var mayRestart = Snapshots.OnJobFailed(cause) && cause is not SavepointException { ExitCode: ExitCode.Incompatible };
        PlanRestart(cause, mayRestart);
        CancelTasks();
    }

    /// <summary>State that does not fit the job fits no better the next time: there is no restart behind that.</summary>
    private void PlanRestart(Exception cause, bool mayRestart)
    {
        _failure = cause;
        var delay = mayRestart ? _restarts.OnFailure() : null;
        _restartDelay = delay ?? TimeSpan.Zero;
        Enter(delay is null ? JobStatus.Failing : JobStatus.Restarting);
    }

    private void CancelTasks()
    {
        if (_execution is null or { IsTerminal: true })
        {
            OnTasksEnded();
            return;
        }

        _execution.Cancel();
        if (_execution.IsTerminal)
        {
            OnTasksEnded();
            return;
        }

        SetTimer(Configuration.Get(EngineOptions.TaskCancellationTimeout), OnCancellationTimeout);
    }

    private void OnTasksEnded()
    {
        switch (_status.Current)
        {
            case JobStatus.Running when _execution!.IsFinished:
                EndWith(JobStatus.Finished);
                break;
            case JobStatus.Failing:
                EndWith(JobStatus.Failed);
                break;
            case JobStatus.Cancelling:
                EndWith(JobStatus.Canceled);
                break;
            case JobStatus.Restarting:
                _execution?.Close();
                SetTimer(_restartDelay, Restart);
                break;
        }
    }

    private void OnCancellationTimeout()
    {
        foreach (var subtask in _execution!.Subtasks.Where(subtask => !subtask.IsTerminal))
        {
            _services.Log.TaskLeftBehind(subtask.ToString(), Id);
        }

        EndWith(JobStatus.Failed);
    }

    private void Restart()
    {
        if (_status.Current == JobStatus.Restarting)
        {
            _thread.Offload(_recovery.Find, OnRecoveryFound, OnRecoveryFailed);
        }
    }

    private void OnRecoveryFound(RestoredState? found)
    {
        if (_status.Current == JobStatus.Restarting)
        {
            _recovery.Take(found);
            Deploy();
        }
    }

    private void OnRecoveryFailed(Exception fault)
    {
        _services.Log.JobFailed(Id, fault);
        if (_status.Current == JobStatus.Restarting)
        {
            PlanRestart(fault, mayRestart: !_recovery.IsHopeless());
            OnTasksEnded();
        }
    }

    private void SetTimer(TimeSpan delay, Action action)
    {
        _timer?.Dispose();
        _timer = _services.Time.CreateTimer(_ => _thread.Post(action), null, delay, Timeout.InfiniteTimeSpan);
    }

    private void EndWith(JobStatus status)
    {
        _timer?.Dispose();
        Snapshots.Close();
        _execution?.Close();
        _kept.Close(keep: _checkpointing.Keeps(status));
        Enter(status);
        Publish();

        // Whoever waits for the end finds the storage as it stays: what was to be deleted is gone.
        _ = _thread.OffloadedWork.ContinueWith(
            _ => _end.SetResult(status), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        _thread.Complete();
    }

    private void Enter(JobStatus status)
    {
        _status.Enter(status);
        _services.Log.JobEntered(Id, Graph.Name, status);
    }

    private void Publish()
    {
        _snapshotsInUse = _status.IsTerminal ? [] : _kept.InUse;
        _details = Describe() with
        {
            SnapshotsInUse = _snapshotsInUse.Where(use => use.Directory is not null)
                .DistinctBy(use => use.Directory)
                .ToDictionary(use => use.Directory!, use => use.Reason),
        };
    }

    private JobDetails Describe() =>
        JobDescription.Of(Id, Graph, _execution, _status, _coordinator.History, _startedFrom, _failure, Configuration);
}
