using SavepointCli.Cluster.Journal;

namespace SavepointCli.Cluster.Tracking;

/// <summary>
/// A journal that nobody waits for in vain: where it cannot be written (a read-only container, a full disk) the person is told the
/// id to remember, and the operation goes on without.
/// </summary>
internal sealed class JournalKeeper(OperationJournal journal, Action<string> note)
{
    private bool _isUnwritable;

    public Task<OperationRecord> BeginAsync(OperationRecord fresh, CancellationToken cancellation) =>
        KeepAsync(fresh, () => journal.BeginAsync(fresh, cancellation));

    /// <summary>Not to be interrupted: what was heard from the cluster may not be heard a second time.</summary>
    public Task<OperationRecord> UpdateAsync(OperationRecord changed) =>
        KeepAsync(changed, () => journal.UpdateAsync(changed, CancellationToken.None));

    private async Task<OperationRecord> KeepAsync(OperationRecord record, Func<Task<OperationRecord>> keep)
    {
        if (_isUnwritable) return record;
        try
        {
            return await keep().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _isUnwritable = true;
            note($"the journal {journal.Location} cannot be written ({exception.Message}); the operation id is {record.Id}");
            return record;
        }
    }
}
