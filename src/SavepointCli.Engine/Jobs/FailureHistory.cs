namespace SavepointCli.Engine.Jobs;

/// <summary>The failures of a job. Belongs to the job's thread.</summary>
/// <param name="capacity">How many are remembered.</param>
/// <param name="time">The clock.</param>
internal sealed class FailureHistory(int capacity, TimeProvider time)
{
    private List<JobFailure> _entries = [];

    /// <summary>The failures, newest first. What is given out never changes.</summary>
    public IReadOnlyList<JobFailure> Entries => _entries;

    /// <summary>Remembers one.</summary>
    public void Add(Exception cause, string? task = null) =>
        _entries = [new JobFailure(cause, time.GetUtcNow(), task), .. _entries.Take(Math.Max(capacity, 1) - 1)];
}
