namespace SavepointCli.Engine.Rest;

/// <summary>
/// Operations that were triggered and are asked about later, Flink's <c>CompletedOperationCache</c>: those in progress stay as long as
/// they take, results for <paramref name="storeDuration"/> (zero: for ever). A key that is known never starts a second operation.
/// </summary>
internal sealed class AsyncOperations<TResult>(TimeProvider time, TimeSpan storeDuration)
{
    private readonly Dictionary<OperationKey, Entry> _entries = [];
    private readonly Lock _lock = new();

    /// <summary>Starts an operation unless the key is known.</summary>
    /// <returns>Whether it was started.</returns>
    public bool Start(OperationKey key, Func<Task<TResult>> operation)
    {
        lock (_lock)
        {
            EvictExpired();
            var entry = new Entry();
            if (!_entries.TryAdd(key, entry))
            {
                return false;
            }

            entry.Result = Task.Run(() => CarryOutAsync(entry, operation));
            return true;
        }
    }

    /// <summary>The operation of that key, or null; the task is incomplete while the operation is in progress.</summary>
    public Task<TResult>? Find(OperationKey key)
    {
        lock (_lock)
        {
            EvictExpired();
            return _entries.TryGetValue(key, out var entry) ? entry.Result : null;
        }
    }

    private async Task<TResult> CarryOutAsync(Entry entry, Func<Task<TResult>> operation)
    {
        try
        {
            return await operation();
        }
        finally
        {
            lock (_lock)
            {
                entry.CompletedAt = time.GetUtcNow();
            }
        }
    }

    private void EvictExpired()
    {
        if (storeDuration <= TimeSpan.Zero)
        {
            return;
        }

        var oldest = time.GetUtcNow() - storeDuration;
        foreach (var (key, entry) in _entries)
        {
            if (entry.CompletedAt <= oldest)
            {
                _entries.Remove(key);
            }
        }
    }

    private sealed class Entry
    {
        public Task<TResult>? Result { get; set; }

        public DateTimeOffset? CompletedAt { get; set; }
    }
}
