using SavepointCli.Engine.Jobs;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>
/// Asks for a checkpoint at a fixed rate while the job runs, counted from when one was due and not from when it was taken. Belongs to
/// the job's thread.
/// </summary>
internal sealed class PeriodicCheckpoints
{
    private readonly CheckpointSettings _settings;
    private readonly CheckpointCoordinator _coordinator;
    private readonly JobThread _thread;
    private readonly TimeProvider _time;
    private ITimer? _timer;
    private int _generation;
    private long _scheduledAt;
    private TimeSpan _delay;

    public PeriodicCheckpoints(CheckpointSettings settings, CheckpointCoordinator coordinator, JobThread thread, TimeProvider time)
    {
        _settings = settings;
        _coordinator = coordinator;
        _thread = thread;
        _time = time;
        coordinator.Postponed = delay =>
        {
            if (_timer is not null)
            {
                Schedule(delay);
            }
        };
    }

    /// <summary>Begins, with a random first delay so that jobs do not move in step.</summary>
    public void Start()
    {
        Stop();
        if (_settings.Interval is { } interval)
        {
            var spread = interval - _settings.MinPause;
            Schedule(_settings.MinPause + Random.Shared.NextDouble() * spread);
        }
    }

    /// <summary>Ends; what is under way goes on.</summary>
    public void Stop()
    {
        _timer?.Dispose();
        _timer = null;
        _generation++;
    }

    private void Schedule(TimeSpan delay)
    {
        var generation = ++_generation;
        _timer?.Dispose();
        _scheduledAt = _time.GetTimestamp();
        _delay = delay;
        _timer = _time.CreateTimer(_ => _thread.Post(() => OnDue(generation)), null, delay, Timeout.InfiniteTimeSpan);
    }

    private void OnDue(int generation)
    {
        if (generation != _generation)
        {
            return;
        }

        var late = _time.GetElapsedTime(_scheduledAt) - _delay;
        var next = _settings.Interval!.Value - late;
        Schedule(next > TimeSpan.Zero ? next : TimeSpan.Zero);
        _coordinator.Request(SnapshotRequest.PeriodicCheckpoint);
    }
}
