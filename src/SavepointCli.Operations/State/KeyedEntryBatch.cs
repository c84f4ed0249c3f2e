using System.Collections.Immutable;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Values;

namespace SavepointCli.Operations.State;

/// <summary>
/// Keyed entries as they are stored, copied out of their stream. The entries of one map, which stand for themselves where keys are
/// composite, are never dealt to two batches.
/// </summary>
internal sealed class KeyedEntryBatch : EntryBatch
{
    /// <summary>Bytes from which on a batch is full: many entries for one change of threads, little enough for the caches of one core.</summary>
    private const int Full = 128 * 1024;

    /// <summary>Memory beyond this is not kept for the next batch; one large entry should not cost its size for good.</summary>
    private const int LargestKept = 16 * Full;

    private readonly EntryBatchPool _pool;
    private byte[] _bytes = new byte[2 * Full];
    private Slot[] _slots = new Slot[1024];
    private int _used;

    internal KeyedEntryBatch(EntryBatchPool pool, StateOrigin origin)
        : base(origin) => _pool = pool;

    /// <summary>Number of entries.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes of the entries: keys, namespaces and values.</summary>
    public int Length => _used;

    /// <summary>Whether the next entry should go to the next batch.</summary>
    public bool IsFull => _used >= Full;

    /// <summary>The states of the stream, by <see cref="StoredEntry.StateIndex"/>.</summary>
    public ImmutableArray<KeyedStateDecoder> States { get; private set; } = [];

    /// <summary>One of the entries.</summary>
    public StoredEntry this[int index]
    {
        get
        {
            ref readonly var slot = ref _slots[index];
            var bytes = _bytes.AsSpan(slot.Start, slot.KeyLength + slot.NamespaceLength + slot.ValueLength);
            return new StoredEntry(
                slot.StateIndex, slot.KeyGroup, slot.Offset, bytes[..slot.KeyLength], bytes.Slice(slot.KeyLength, slot.NamespaceLength), bytes[(slot.KeyLength + slot.NamespaceLength)..]);
        }
    }

    /// <summary>Makes the batch one of another stream.</summary>
    public KeyedEntryBatch Begin(StateOrigin origin, ImmutableArray<KeyedStateDecoder> states)
    {
        Origin = origin;
        States = states;
        Count = 0;
        _used = 0;
        return this;
    }

    /// <summary>Copies the current entry of a reader.</summary>
    public void Add(IKeyGroupReader reader)
    {
        var key = reader.Key;
        var @namespace = reader.Namespace;
        var value = reader.Value;
        var end = (long)_used + key.Length + @namespace.Length + value.Length;
        if (end > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Math.Max(end, 2L * _bytes.Length), Array.MaxLength));
        }

        if (Count == _slots.Length)
        {
            Array.Resize(ref _slots, 2 * Count);
        }

        _slots[Count] = new Slot(_used, key.Length, @namespace.Length, value.Length, reader.StateIndex, reader.KeyGroup, reader.Offset);
        key.CopyTo(_bytes.AsSpan(_used));
        @namespace.CopyTo(_bytes.AsSpan(_used + key.Length));
        value.CopyTo(_bytes.AsSpan(_used + key.Length + @namespace.Length));
        _used = (int)end;
        Count++;
    }

    public override IEnumerable<StateEntry> Decode(StateFindings findings)
    {
        for (var index = 0; index < Count;)
        {
            var state = States[_slots[index].StateIndex];
            var behind = state.EndOfEntry(this, index);
            if (state.Decode(this, index, behind, findings) is { } entry)
            {
                yield return entry;
            }

            index = behind;
        }
    }

    public override void Print(JsonBuffer output, StateFindings findings)
    {
        for (var index = 0; index < Count;)
        {
            var state = States[_slots[index].StateIndex];
            var behind = state.EndOfEntry(this, index);
            if (!state.Printer.TryPrint(this[index], output))
            {
                if (state.Decode(this, index, behind, findings) is { } entry)
                {
                    StateEntryJson.PrintLine(output, entry);
                }
            }

            index = behind;
        }
    }

    public override void Return()
    {
        if (_bytes.Length <= LargestKept)
        {
            _pool.Return(this);
        }
    }

    private readonly record struct Slot(int Start, int KeyLength, int NamespaceLength, int ValueLength, int StateIndex, int KeyGroup, long Offset);
}
