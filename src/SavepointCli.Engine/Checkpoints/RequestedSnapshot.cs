namespace SavepointCli.Engine.Checkpoints;

/// <summary>A request from the moment it is made to its outcome. Belongs to the job's thread, except for <see cref="Outcome"/>.</summary>
/// <param name="request">What is asked for.</param>
/// <param name="number">Grows from request to request.</param>
internal sealed class RequestedSnapshot(SnapshotRequest request, long number)
{
    private readonly TaskCompletionSource<CompletedSnapshot> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What is asked for.</summary>
    public SnapshotRequest Request => request;

    /// <summary>Place in the order of requests.</summary>
    public long Number => number;

    /// <summary>The attempt to fulfil it, or null as long as it waits.</summary>
    public PendingSnapshot? Attempt { get; set; }

    /// <summary>Completes with the snapshot, or faults with the reason why there is none.</summary>
    public Task<CompletedSnapshot> Outcome => _outcome.Task;

    /// <summary>Tells whoever waits that there is no snapshot.</summary>
    public void Tell(Exception reason)
    {
        _outcome.TrySetException(reason);

        // Nobody may be waiting; that is no unobserved fault.
        _ = _outcome.Task.Exception;
    }

    /// <summary>Tells whoever waits that the snapshot is published.</summary>
    public void Tell(CompletedSnapshot snapshot) => _outcome.TrySetResult(snapshot);
}
