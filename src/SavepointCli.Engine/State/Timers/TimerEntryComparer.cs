namespace SavepointCli.Engine.State.Timers;

/// <summary>Timers are sets: timestamp, key and namespace are the identity.</summary>
internal sealed class TimerEntryComparer<TKey, TNamespace>(IEqualityComparer<TKey>? keyComparer) : IEqualityComparer<TimerEntry<TKey, TNamespace>>
{
    private readonly IEqualityComparer<TKey> _keys = keyComparer ?? EqualityComparer<TKey>.Default;

    public bool Equals(TimerEntry<TKey, TNamespace>? x, TimerEntry<TKey, TNamespace>? y) =>
        ReferenceEquals(x, y)
        || (x is not null && y is not null && x.Timestamp == y.Timestamp && _keys.Equals(x.Key, y.Key)
            && EqualityComparer<TNamespace>.Default.Equals(x.Namespace, y.Namespace));

    public int GetHashCode(TimerEntry<TKey, TNamespace> obj) => HashCode.Combine(obj.Timestamp, obj.Hash, obj.Namespace);
}
