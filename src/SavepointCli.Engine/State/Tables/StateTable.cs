using System.Runtime.CompilerServices;

namespace SavepointCli.Engine.State.Tables;

/// <summary>All entries of one state in this subtask: a map per key group, addressed by the current key.</summary>
internal sealed class StateTable<TKey, TNamespace, TState> : INamespaced<TNamespace>
{
    private readonly KeyContext<TKey> _context;
    private readonly IEqualityComparer<TKey>? _keyComparer;
    private readonly StateMap<TKey, TNamespace, TState>[] _groups;

    public StateTable(KeyContext<TKey> context, StateLayout<TKey, TNamespace, TState> layout, SnapshotVersions versions, int keyGroups)
    {
        _context = context;
        _keyComparer = layout.KeyComparer;
        _groups = new StateMap<TKey, TNamespace, TState>[keyGroups];
        for (var group = 0; group < keyGroups; group++)
        {
            _groups[group] = new StateMap<TKey, TNamespace, TState>(layout, versions);
        }
    }

    /// <summary>The namespace to which accesses refer; set by window operators before they touch their state.</summary>
    public TNamespace Namespace { get; set; } = default!;

    /// <summary>Number of key groups.</summary>
    public int GroupCount => _groups.Length;

    /// <summary>Number of entries in all key groups.</summary>
    public long Count => _groups.Sum(group => (long)group.Count);

    /// <summary>The map of a key group, by its position in the backend's range.</summary>
    public StateMap<TKey, TNamespace, TState> this[int groupIndex] => _groups[groupIndex];

    /// <summary>The map of the current key's group.</summary>
    public StateMap<TKey, TNamespace, TState> Current
    {
        get
        {
            var groups = _groups;
            var index = _context.GroupIndex;
            if (index < 0)
            {
                _context.RequireKey();
            }

            return groups[index];
        }
    }

    /// <summary>Whether a key is the current one.</summary>
    public bool IsCurrent(TKey key) => (_keyComparer ?? EqualityComparer<TKey>.Default).Equals(key, _context.RequireKey());

    /// <summary>The current key's state, or a null reference; see <see cref="StateMap{TKey,TNamespace,TState}.Find"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref TState Find() => ref Current.Find(_context.Hash, _context.Key, Namespace);

    /// <summary>Assigns the current key's state.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(TState state) => Current.FindOrAdd(_context.Hash, _context.Key, Namespace, out _) = state;

    /// <summary>Removes the current key's state.</summary>
    public void Remove() => Current.Remove(_context.Hash, _context.Key, Namespace);

    /// <summary>Folds the current key's states in some namespaces into one and removes them there.</summary>
    public void Merge(TNamespace target, IEnumerable<TNamespace> sources, Func<TState, TState, TState> merge)
    {
        foreach (var source in sources)
        {
            ref var state = ref Current.Find(_context.Hash, _context.Key, source);
            if (Unsafe.IsNullRef(ref state))
            {
                continue;
            }

            var moved = state;
            Current.Remove(_context.Hash, _context.Key, source);
            ref var merged = ref Current.FindOrAdd(_context.Hash, _context.Key, target, out var exists);
            merged = exists ? merge(merged, moved) : moved;
        }
    }

    /// <summary>What every key group holds now.</summary>
    public StateMapView<TKey, TNamespace, TState>[] View() => Array.ConvertAll(_groups, group => group.View());
}
