using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace SavepointCli.Operations.State;

/// <summary>Keeps the memory of batches for the next ones, so that reading allocates nothing per entry or batch.</summary>
internal sealed class EntryBatchPool
{
    private readonly ConcurrentBag<KeyedEntryBatch> _free = [];

    public KeyedEntryBatch Rent(StateOrigin origin, ImmutableArray<KeyedStateDecoder> states) =>
        (_free.TryTake(out var free) ? free : new KeyedEntryBatch(this, origin)).Begin(origin, states);

    public void Return(KeyedEntryBatch batch) => _free.Add(batch);
}
