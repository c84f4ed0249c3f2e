using SavepointCli.Engine.State.Tables;
using SavepointCli.Format.Ids;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers.Composite;

namespace SavepointCli.Engine.State.Timers;

/// <summary>A queue of timers with the description under which it is written.</summary>
internal sealed class TimerTable<TKey, TNamespace>(
    TimerQueue<TKey, TNamespace> queue, StateMeta meta, TimerSerializer<TKey, TNamespace> serializer, int keyGroups, int maxParallelism)
    : KeyedTable
{
    public override FrozenTable Freeze() =>
        new FrozenTimers<TKey, TNamespace>(queue.View(), meta, serializer, keyGroups, KeyGroups.PrefixBytes(maxParallelism));
}
