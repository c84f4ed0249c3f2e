using SavepointCli.Engine.Checkpoints;
using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Graph;
using SavepointCli.Engine.Jobs.Restarts;
using SavepointCli.Engine.Persistence;
using SavepointCli.Engine.State;
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
    private readonly JobCheckpoints _checkpoints;
    private readonly JobRestarts _restarts;
    private readonly TaskEnvironment _environment;
    private readonly HashSet<Subtask> _waitForLastCheckpoint = [];
    private readonly TaskCompletionSource<JobStatus> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Execution? _execution;
    private ITimer? _cancellationTimer;
    private readonly FailureHistory _failures;
    private int _attempt;
    private volatile JobDetails _details;
    private volatile IReadOnlyList<SnapshotInUse> _snapshotsInUse = [];

    public JobMaster(JobId id, JobGraph graph, EngineConfiguration configuration, JobServices services, IJobRecord record)
    {
        Id = id;
        Graph = graph;
        _services = services;
        Configuration = configuration;
        _status = new JobStatusHistory(services.Time);
        _failures = new FailureHistory(configuration.Get(EngineOptions.ExceptionHistory), services.Time);
        _thread = new JobThread(HandleFailure, Publish);
        _checkpoints = new JobCheckpoints(this, id, graph, configuration, services, record, _thread);
        _restarts = new JobRestarts(
            RestartStrategy.Of(configuration, _checkpoints.Settings.Interval is not null, services.Time), _checkpoints.Recovery, _thread,
            services.Time, () => Status == JobStatus.Restarting);
        Snapshots = new JobSnapshots(this, _checkpoints.Coordinator, _checkpoints.Periodic, _thread);
        _environment = new TaskEnvironment(
            services.Time, services.Storage, new TaskReports(this, _checkpoints.Coordinator, _thread), services.StandardOutput,
            configuration.Get(EngineOptions.AutoWatermarkInterval))
        {
            Backend = StateBackendSettings.Of(configuration),
        };
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
    public Task StartAsync(RestoredState? restored, ClaimMode mode) => StartAsync(() =>
    {
        if (restored is not null)
        {
            _checkpoints.Restore(restored, mode);
        }
    });

    /// <summary>Goes on from what an earlier process of the engine has left.</summary>
    public Task RecoverAsync(RecoveredJob recovered) => StartAsync(() => _checkpoints.Recover(recovered));

    /// <summary>Gives no id out that an earlier process may have used.</summary>
    public Task ContinueBehindAsync(long lastId) => _thread.Ask(() =>
    {
        _checkpoints.Coordinator.ContinueBehind(lastId);
        return true;
    });

    /// <summary>The job cannot be started.</summary>
    /// <param name="cause">Why.</param>
    /// <param name="keepRecord">Whether a later process shall try again.</param>
    public Task RefuseAsync(Exception cause, bool keepRecord) => _thread.Ask(() =>
    {
        _failures.Add(cause);
        EndWith(JobStatus.Failed, keepRecord);
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
        return _checkpoints.Settings.AfterTasksFinish || plan.Finished.Count == 0 ? plan : throw Execution.NotRunning(plan.Finished[0], Id);
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
            HandleFailure(failure, subtask.ToString());
        }

        if (state == TaskState.Finished)
        {
            _checkpoints.Coordinator.OnSubtaskFinished(subtask);
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
            _checkpoints.Coordinator.Request(SnapshotRequest.Checkpoint);
        }
    }

    /// <summary>The coordinator of a source, or null if the subtask belongs to an earlier attempt; on the job's thread.</summary>
    public SourceCoordination? SourceOf(Subtask subtask, OperatorId source) =>
        _execution is { } execution && execution.Subtasks.Contains(subtask) ? execution.SourceOf(source) : null;

    private Task<bool> StartAsync(Action prepare) => _thread.Ask(() =>
    {
        if (_status.IsTerminal)
        {
            throw new JobEndedException();
        }

        prepare();
        Enter(JobStatus.Created);
        Deploy();
        Publish();
        return true;
    });

    private void Deploy()
    {
        _waitForLastCheckpoint.Clear();
        Enter(JobStatus.Running);
        _execution = Execution.Create(
            Graph, _attempt++, _checkpoints.Recovery.Current, _environment, _checkpoints.Settings is { Interval: not null, AfterTasksFinish: true });
        _execution.Start(_checkpoints.Recovery.Current);
        Snapshots.Resume();
    }

    private void HandleFailure(Exception cause) => HandleFailure(cause, null);

    private void HandleFailure(Exception cause, string? task)
    {
        _services.Log.JobFailed(Id, cause);
        if (_status.Current is not (JobStatus.Running or JobStatus.Created))
        {
            return;
        }

        _failures.Add(cause, task);
        Enter(_restarts.MayRestart(cause, Snapshots.OnJobFailed(cause)) ? JobStatus.Restarting : JobStatus.Failing);
        CancelTasks();
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

        _cancellationTimer?.Dispose();
        _cancellationTimer = _services.Time.CreateTimer(
            _ => _thread.Post(OnCancellationTimeout), null, Configuration.Get(EngineOptions.TaskCancellationTimeout),
            Timeout.InfiniteTimeSpan);
    }

    private void OnTasksEnded()
    {
        _cancellationTimer?.Dispose();
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
                _restarts.Begin(Deploy, OnRecoveryFailed);
                break;
        }
    }

    /// <summary>There is nothing to go back to, for now or for good.</summary>
    private void OnRecoveryFailed(Exception fault, bool mayRestart)
    {
        _services.Log.JobFailed(Id, fault);
        _failures.Add(fault);
        Enter(mayRestart ? JobStatus.Restarting : JobStatus.Failing);
        OnTasksEnded();
    }

    private void OnCancellationTimeout()
    {
        // It may have fired when the last task had just ended, and the job runs again.
        if (_execution is null or { IsTerminal: true } || _status.Current is not (JobStatus.Cancelling or JobStatus.Failing or JobStatus.Restarting))
        {
            return;
        }

        foreach (var subtask in _execution.Subtasks.Where(subtask => !subtask.IsTerminal))
        {
            _services.Log.TaskLeftBehind(subtask.ToString(), Id);
        }

        EndWith(JobStatus.Failed);
    }

    private void EndWith(JobStatus status, bool keepRecord = false)
    {
        _cancellationTimer?.Dispose();
        _restarts.Stop();
        Snapshots.Close();
        _execution?.Close();
        _checkpoints.Close(status, keepRecord);
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
        _snapshotsInUse = _status.IsTerminal ? [] : _checkpoints.Kept.InUse;
        _details = Describe() with
        {
            SnapshotsInUse = _snapshotsInUse.Where(use => use.Directory is not null)
                .DistinctBy(use => use.Directory)
                .ToDictionary(use => use.Directory!, use => use.Reason),
        };
    }

    private JobDetails Describe() =>
        JobDescription.Of(Id, Graph, _execution, _status, _checkpoints.Coordinator.History, _checkpoints.StartedFrom, _failures.Entries,
            Configuration);
}
