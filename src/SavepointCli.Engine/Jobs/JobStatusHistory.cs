namespace SavepointCli.Engine.Jobs;

/// <summary>The state of a job and when it entered which. Belongs to the job's thread.</summary>
internal sealed class JobStatusHistory
{
    private readonly TimeProvider _time;
    private readonly Dictionary<JobStatus, DateTimeOffset> _entered = [];

    public JobStatusHistory(TimeProvider time)
    {
        _time = time;
        StartTime = time.GetUtcNow();
        LastModification = StartTime;
        _entered[JobStatus.Initializing] = StartTime;
    }

    /// <summary>The state now.</summary>
    public JobStatus Current { get; private set; } = JobStatus.Initializing;

    /// <summary>When the job was submitted.</summary>
    public DateTimeOffset StartTime { get; }

    /// <summary>When the state last changed.</summary>
    public DateTimeOffset LastModification { get; private set; }

    /// <summary>When the job ended, or null.</summary>
    public DateTimeOffset? EndTime { get; private set; }

    /// <summary>Whether the job will not change its state any more.</summary>
    public bool IsTerminal => Current is JobStatus.Finished or JobStatus.Failed or JobStatus.Canceled;

    /// <summary>When each state was entered last.</summary>
    public IReadOnlyDictionary<JobStatus, DateTimeOffset> Entered => new Dictionary<JobStatus, DateTimeOffset>(_entered);

    /// <summary>Enters a state.</summary>
    public void Enter(JobStatus status)
    {
        if (IsTerminal)
        {
            throw new InvalidOperationException($"A job that is {Current} cannot become {status}.");
        }

        Current = status;
        LastModification = _time.GetUtcNow();
        _entered[status] = LastModification;
        if (IsTerminal)
        {
            EndTime = LastModification;
        }
    }
}
