using SavepointCli.Engine.State.Tables;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers.Composite;
using SavepointCli.Format.Values;

namespace SavepointCli.Engine.State.Timers;

/// <summary>The timers of one queue as a snapshot saw them.</summary>
internal sealed class FrozenTimers<TKey, TNamespace>(
    TimerEntry<TKey, TNamespace>[] timers, StateMeta meta, TimerSerializer<TKey, TNamespace> serializer, int keyGroups, int prefixLength)
    : FrozenTable
{
    private readonly JavaDataWriter _buffer = new();
    private List<TimerEntry<TKey, TNamespace>>?[]? _groups;

    public override StateMeta Meta => meta;

    private List<TimerEntry<TKey, TNamespace>>?[] Groups => _groups ??= GroupTimers();

    public override void WriteCanonical(int stateIndex, int keyGroup, int groupIndex, CanonicalKeyGroupWriter writer)
    {
        foreach (var timer in Groups[groupIndex] ?? [])
        {
            _buffer.Clear();
            KeyLayout.WriteKeyGroup(_buffer, keyGroup, prefixLength);
            Write(timer);
            writer.WriteEntry(stateIndex, _buffer.WrittenSpan, []);
        }
    }

    public override void WriteHeap(int stateIndex, int keyGroup, int groupIndex, HeapKeyGroupWriter writer)
    {
        var group = Groups[groupIndex] ?? [];
        writer.StartState(stateIndex, group.Count);
        foreach (var timer in group)
        {
            _buffer.Clear();
            Write(timer);
            writer.WriteElement(_buffer.WrittenSpan);
        }
    }

    private void Write(TimerEntry<TKey, TNamespace> timer) =>
        serializer.Write(_buffer, new Timer<TKey, TNamespace>(timer.Timestamp, timer.Key, timer.Namespace));

    // Dealt out when the stream is written, not on the task's thread.
    private List<TimerEntry<TKey, TNamespace>>?[] GroupTimers()
    {
        var groups = new List<TimerEntry<TKey, TNamespace>>?[keyGroups];
        foreach (var timer in timers)
        {
            (groups[timer.GroupIndex] ??= []).Add(timer);
        }

        return groups;
    }
}
