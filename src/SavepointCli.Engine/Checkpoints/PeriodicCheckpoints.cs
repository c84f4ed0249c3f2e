using SavepointCli.Engine.Jobs;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>Triggers a checkpoint at a fixed rate while the job runs. Belongs to the job's thread.</summary>
internal sealed class PeriodicCheckpoints(
    CheckpointSettings settings, CheckpointCoordinator coordinator, JobThread thread, TimeProvider time)
{
    private ITimer? _timer;
    private int _generation;

    /// <summary>Begins, with a random first delay so that jobs do not move in step.</summary>
    public void Start()
    {
        Stop();
        if (settings.Interval is { } interval)
        {
            var spread = interval - settings.MinPause;
            Schedule(settings.MinPause + Random.Shared.NextDouble() * spread);
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
        var generation = _generation;
        _timer?.Dispose();
        _timer = time.CreateTimer(_ => thread.Post(() => OnDue(generation)), null, delay, Timeout.InfiniteTimeSpan);
    }

    private void OnDue(int generation)
    {
        if (generation != _generation)
        {
            return;
        }

        var pauseLeft = coordinator.LastCompletion is { } last ? last + settings.MinPause - time.GetUtcNow() : TimeSpan.Zero;
        if (pauseLeft > TimeSpan.Zero)
        {
            Schedule(pauseLeft);
            return;
        }

        Schedule(settings.Interval!.Value);
        if (!coordinator.HasPendingCheckpoint)
        {
            coordinator.TryTrigger(SnapshotRequest.Checkpoint);
        }
    }
}
