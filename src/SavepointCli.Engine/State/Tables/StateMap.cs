using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.State.Tables;

/// <summary>
/// The entries of one state in one key group: a hash index with linear probing over entries that lie in pages. A snapshot shares the
/// pages; the first change to a shared page copies that page, so the task neither waits for a snapshot nor disturbs it. The
/// counterpart of Flink's <c>CopyOnWriteStateMap</c>, with structs in pages instead of linked entries.
/// </summary>
internal sealed class StateMap<TKey, TNamespace, TState>
{
    private const int PageBits = 7;
    private const int PageSize = 1 << PageBits;
    private const int SmallestPage = 4;
    private const int SmallestIndex = 8;
    private const int EmptySlot = -1;

    private readonly StateLayout<TKey, TNamespace, TState> _layout;
    private readonly SnapshotVersions _versions;
    private StateEntry<TKey, TNamespace, TState>[][] _pages = [];
    private int[] _pageVersions = [];
    private Slot[] _index;
    private int _shift;
    private int _used;
    private int[] _free = [];
    private int _freeCount;

    public StateMap(StateLayout<TKey, TNamespace, TState> layout, SnapshotVersions versions)
    {
        _layout = layout;
        _versions = versions;
        _index = NewIndex(SmallestIndex);
    }

    /// <summary>Number of entries.</summary>
    public int Count => _used - _freeCount;

    /// <summary>One past the last entry position that was ever used; positions below it may be free.</summary>
    public int EndPosition => _used;

    /// <summary>
    /// The state of a key, or a null reference. A value that user code can change in place is made private to the task first, since
    /// nobody sees what happens to it after it was handed out.
    /// </summary>
    public ref TState Find(int hash, TKey key, TNamespace @namespace)
    {
        var position = PositionOf(hash, key, @namespace);
        if (position < 0)
        {
            return ref Unsafe.NullRef<TState>();
        }

        ref var entry = ref _pages[position >> PageBits][position & (PageSize - 1)];
        if (_layout.CopyState is { } copy && entry.Version < _versions.Required)
        {
            entry = ref Own(position);
            entry.State = copy(entry.State);
            entry.Version = _versions.Current;
        }

        return ref entry.State;
    }

    /// <summary>The state of a key for assignment; the default of its type if <paramref name="exists"/> is false on return.</summary>
    public ref TState FindOrAdd(int hash, TKey key, TNamespace @namespace, out bool exists)
    {
        var position = PositionOf(hash, key, @namespace);
        exists = position >= 0;
        if (!exists)
        {
            return ref Add(hash, key, @namespace);
        }

        ref var entry = ref Own(position);
        entry.Version = _versions.Current;
        return ref entry.State;
    }

    /// <summary>Removes the entry of a key; false if there is none.</summary>
    public bool Remove(int hash, TKey key, TNamespace @namespace)
    {
        var slot = SlotOf(hash, key, @namespace);
        if (slot < 0)
        {
            return false;
        }

        RemoveAt(slot);
        return true;
    }

    /// <summary>The entry at a position below <see cref="EndPosition"/>, for walks; its version is <see cref="SnapshotVersions.None"/> if it is free.</summary>
    public ref readonly StateEntry<TKey, TNamespace, TState> At(int position) => ref _pages[position >> PageBits][position & (PageSize - 1)];

    /// <summary>What the map holds now, untouched by later changes until the snapshot's version is released.</summary>
    public StateMapView<TKey, TNamespace, TState> View() => new(_pages.AsSpan(0, PagesOf(_used)).ToArray(), _used, Count, PageSize);

    private static int Mix(int hash, TNamespace @namespace) =>
        typeof(TNamespace) == typeof(VoidNamespace) ? hash : unchecked((hash * 31) + @namespace!.GetHashCode());

    private bool SameKey(TKey left, TKey right) =>
        _layout.KeyComparer is { } comparer ? comparer.Equals(left, right) : EqualityComparer<TKey>.Default.Equals(left, right);

    private static int PagesOf(int entries) => (entries + PageSize - 1) >> PageBits;

    private Slot[] NewIndex(int size)
    {
        _shift = 32 - BitOperations.Log2((uint)size);
        var index = new Slot[size];
        Array.Fill(index, new Slot(0, EmptySlot));
        return index;
    }

    private int PositionOf(int hash, TKey key, TNamespace @namespace)
    {
        var slot = SlotOf(hash, key, @namespace);
        return slot < 0 ? -1 : _index[slot].Position;
    }

    private int SlotOf(int hash, TKey key, TNamespace @namespace)
    {
        hash = Mix(hash, @namespace);
        var index = _index;
        var mask = index.Length - 1;
        for (var slot = Home(hash); ; slot = (slot + 1) & mask)
        {
            var candidate = index[slot];
            if (candidate.Position == EmptySlot)
            {
                return -1;
            }

            if (candidate.Hash == hash)
            {
                ref var entry = ref _pages[candidate.Position >> PageBits][candidate.Position & (PageSize - 1)];
                if (SameKey(entry.Key, key) && EqualityComparer<TNamespace>.Default.Equals(entry.Namespace, @namespace))
                {
                    return slot;
                }
            }
        }
    }

    // All keys of a key group agree in hash modulo the maximum parallelism; Fibonacci hashing takes the bits that still differ.
    private int Home(int hash) => (int)(unchecked((uint)hash * 0x9E3779B9u) >> _shift);

    private ref TState Add(int hash, TKey key, TNamespace @namespace)
    {
        if ((Count + 1) * 4L > _index.Length * 3L)
        {
            GrowIndex();
        }

        var position = _freeCount > 0 ? _free[--_freeCount] : _used++;
        EnsurePage(position);
        Insert(new Slot(Mix(hash, @namespace), position));
        ref var entry = ref Own(position);
        entry.Version = _versions.Current;
        entry.Key = key;
        entry.Namespace = @namespace;
        entry.State = default!;
        return ref entry.State;
    }

    private void EnsurePage(int position)
    {
        var page = position >> PageBits;
        var within = position & (PageSize - 1);
        if (page == _pages.Length)
        {
            Array.Resize(ref _pages, Math.Max(1, _pages.Length * 2));
            Array.Resize(ref _pageVersions, _pages.Length);
        }

        if (_pages[page] is null)
        {
            // Most key groups of most states hold few entries: only a map that fills its first page takes whole ones.
            _pages[page] = new StateEntry<TKey, TNamespace, TState>[page == 0 ? SmallestPage : PageSize];
            _pageVersions[page] = _versions.Current;
        }
        else if (within == _pages[page].Length)
        {
            Array.Resize(ref _pages[page], within * 2);
            _pageVersions[page] = _versions.Current;
        }
    }

    private ref StateEntry<TKey, TNamespace, TState> Own(int position)
    {
        var page = position >> PageBits;
        if (_pageVersions[page] < _versions.Required)
        {
            CopyPage(page);
        }

        return ref _pages[page][position & (PageSize - 1)];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CopyPage(int page)
    {
        _pages[page] = (StateEntry<TKey, TNamespace, TState>[])_pages[page].Clone();
        _pageVersions[page] = _versions.Current;
    }

    private void Insert(Slot slot)
    {
        var mask = _index.Length - 1;
        var at = Home(slot.Hash);
        while (_index[at].Position != EmptySlot)
        {
            at = (at + 1) & mask;
        }

        _index[at] = slot;
    }

    private void GrowIndex()
    {
        var old = _index;
        _index = NewIndex(checked(old.Length * 2));
        foreach (var slot in old)
        {
            if (slot.Position != EmptySlot)
            {
                Insert(slot);
            }
        }
    }

    private void RemoveAt(int slot)
    {
        var position = _index[slot].Position;
        ref var entry = ref Own(position);
        entry = default;
        CloseGap(slot);
        if (_freeCount == _free.Length)
        {
            Array.Resize(ref _free, Math.Max(4, _free.Length * 2));
        }

        _free[_freeCount++] = position;
    }

    // Probing must never meet a hole between a slot and its home, so the slots behind move up.
    private void CloseGap(int gap)
    {
        var mask = _index.Length - 1;
        for (var next = (gap + 1) & mask; _index[next].Position != EmptySlot; next = (next + 1) & mask)
        {
            var home = Home(_index[next].Hash);
            if (((next - home) & mask) >= ((next - gap) & mask))
            {
                _index[gap] = _index[next];
                gap = next;
            }
        }

        _index[gap] = new Slot(0, EmptySlot);
    }

    [SuppressMessage("Performance", "CA1815", Justification = "never compared")]
    private readonly struct Slot(int hash, int position)
    {
        public readonly int Hash = hash;
        public readonly int Position = position;
    }
}
