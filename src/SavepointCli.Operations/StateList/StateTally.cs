using SavepointCli.Format.Metadata;
using SavepointCli.Operations.State;

namespace SavepointCli.Operations.StateList;

/// <summary>What is known of one state so far.</summary>
internal sealed class StateTally(OperatorState @operator, string name, StateEntryKind kind)
{
    private readonly LargestKeys _largest = new();
    private EntryCount _total;
    private EntryCount[]? _bySubtask;
    private EntryCount[]? _byKeyGroup;

    public string Name => name;

    public StateEntryKind Kind => kind;

    public string? KeyType { get; set; }

    public string? NamespaceType { get; set; }

    public string ValueType { get; set; } = "";

    /// <summary>Bytes of the entries so far.</summary>
    public long Bytes => _total.Bytes;

    /// <summary>Counts elements of operator state.</summary>
    public void Add(EntryCount count) => _total += count;

    /// <summary>Counts keyed entries.</summary>
    public void Add(int subtask, int keyGroup, EntryCount count, bool skew)
    {
        _total += count;
        if (skew)
        {
            _bySubtask ??= new EntryCount[@operator.Parallelism];
            _byKeyGroup ??= new EntryCount[@operator.MaxParallelism];
            _bySubtask[subtask] += count;
            _byKeyGroup[keyGroup] += count;
        }
    }

    /// <summary>Whether a key of so many bytes is one of the largest.</summary>
    public bool WantsKey(long bytes) => _largest.Wants(bytes);

    public void AddKey(LargeKey key) => _largest.Add(key);

    public ListedState ToListed(OperatorNames names, StateListDepth depth) => new(
        @operator.Id,
        names.UidOf(@operator),
        @operator.Name.Length > 0 ? @operator.Name : null,
        name,
        kind,
        KeyType,
        NamespaceType,
        ValueType,
        depth >= StateListDepth.Counts ? _total.Entries : null,
        depth >= StateListDepth.Counts ? _total.Bytes : null,
        _bySubtask is { } subtasks && _byKeyGroup is { } keyGroups
            ? new StateSkew(Spread.Of(subtasks), Spread.Of(keyGroups), _largest.ToImmutable())
            : null);
}
