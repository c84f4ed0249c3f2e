namespace SavepointCli.Engine.State.Tables;

/// <summary>The entries of one state in one key group as a snapshot saw them.</summary>
/// <param name="pages">Pages shared with the map; the map copies a page before it changes it.</param>
/// <param name="used">Entry positions that were in use.</param>
/// <param name="count">Number of entries.</param>
/// <param name="pageSize">Entries per full page.</param>
internal readonly struct StateMapView<TKey, TNamespace, TState>(
    StateEntry<TKey, TNamespace, TState>[][] pages, int used, int count, int pageSize)
{
    /// <summary>Number of entries.</summary>
    public int Count => count;

    /// <summary>Walks the entries in no particular order.</summary>
    public Enumerator GetEnumerator() => new(pages ?? [], used, pageSize);

    /// <summary>Walks the entries by reference.</summary>
    internal struct Enumerator(StateEntry<TKey, TNamespace, TState>[][] pages, int used, int pageSize)
    {
        private int _position = -1;

        /// <summary>The entry.</summary>
        public readonly ref readonly StateEntry<TKey, TNamespace, TState> Current => ref pages[_position / pageSize][_position % pageSize];

        /// <summary>Moves to the next entry.</summary>
        public bool MoveNext()
        {
            while (++_position < used)
            {
                if (Current.Version != SnapshotVersions.None)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
