using SavepointCli.Engine.State.Tables;

namespace SavepointCli.Engine.State.Ttl;

/// <summary>
/// The entries of a state with time to live. Every access also looks at a few others and drops those that have expired, so that keys that
/// are never touched again do not stay for ever. Mirrors <c>TtlIncrementalCleanup</c> with its default of five entries.
/// </summary>
/// <param name="table">The entries.</param>
/// <param name="isExpired">Whether all of an entry has expired.</param>
/// <param name="hash">Java hash of a key.</param>
internal sealed class TtlTable<TKey, TNamespace, TState>(StateTable<TKey, TNamespace, TState> table, Predicate<TState> isExpired, Func<TKey, int> hash)
{
    private const int EntriesPerAccess = 5;

    private int _group;
    private int _position;

    /// <summary>The current key's state, or a null reference.</summary>
    public ref TState Find()
    {
        Sweep();
        return ref table.Find();
    }

    /// <summary>Assigns the current key's state.</summary>
    public void Put(TState state) => table.Put(state);

    /// <summary>Removes the current key's state.</summary>
    public void Remove() => table.Remove();

    private void Sweep()
    {
        for (var left = EntriesPerAccess; left > 0; left--)
        {
            var group = table[_group];
            if (_position >= group.EndPosition)
            {
                _group = (_group + 1) % table.GroupCount;
                _position = 0;
                continue;
            }

            DropIfExpired(group, _position++);
        }
    }

    private void DropIfExpired(StateMap<TKey, TNamespace, TState> group, int position)
    {
        ref readonly var entry = ref group.At(position);

        // What the current key holds is the business of the access itself, which may be allowed to see it once more.
        if (entry.Version != SnapshotVersions.None && isExpired(entry.State) && !table.IsCurrent(entry.Key))
        {
            var (key, @namespace) = (entry.Key, entry.Namespace);
            group.Remove(hash(key), key, @namespace);
        }
    }
}
