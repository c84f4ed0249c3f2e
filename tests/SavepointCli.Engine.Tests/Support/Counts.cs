using System.Collections.Concurrent;

namespace SavepointCli.Engine.Tests.Support;

/// <summary>What a counting job said last about each key.</summary>
internal sealed class Counts
{
    private readonly ConcurrentDictionary<long, long> _byKey = new();

    public long Total => _byKey.Values.Sum();

    public IReadOnlyDictionary<long, long> ByKey => _byKey;

    public void Clear() => _byKey.Clear();

    public void Report(long key, long count) => _byKey.AddOrUpdate(key, count, (_, before) => Math.Max(before, count));
}
