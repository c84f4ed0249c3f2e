using SavepointCli.Format.Java;

namespace SavepointCli.Format.KeyedState.Changelog;

/// <summary>What stands under one key and namespace while changes are played, in the encoding of heap tables.</summary>
/// <param name="state">The description under which it was written.</param>
/// <param name="namespaceLength">How many bytes of the table's key are the namespace.</param>
internal sealed class ChangelogCell(ChangelogState state, int namespaceLength)
{
    private readonly Dictionary<byte[], byte[]>? _entries = state.IsMap ? new(ByteSequenceComparer.Instance) : null;
    private readonly JavaDataWriter? _elements = state.IsList ? new(64) : null;
    private byte[] _value = [];
    private int _count;

    public ChangelogState State => state;

    public int NamespaceLength => namespaceLength;

    /// <summary>Whether only a function of the job could tell the value.</summary>
    public bool IsUnknown { get; private set; }

    /// <summary>What was written under another description of the state.</summary>
    public ChangelogCell? Older { get; init; }

    public bool IsEmpty => (state.IsMap && _entries!.Count == 0) || (state.IsList && _count == 0);

    /// <summary>Replaces everything by a value as heap tables hold it.</summary>
    public void Set(ref JavaDataReader value)
    {
        IsUnknown = false;
        _entries?.Clear();
        _elements?.Clear();
        _count = 0;
        if (state.IsMap || state.IsList)
        {
            Add(ref value);
        }
        else
        {
            _value = value.ReadRest().ToArray();
        }
    }

    /// <summary>Adds the elements of a list or the entries of a map, with their count in front.</summary>
    public void Add(ref JavaDataReader value)
    {
        var count = value.ReadCount($"elements of state '{state.Meta.Name}'", smallestElement: 0);
        if (state.IsList)
        {
            _count += count;
            _elements!.WriteBytes(value.ReadRest());
            return;
        }

        for (var i = 0; i < count; i++)
        {
            PutStored(ref value);
        }
    }

    /// <summary>Adds one element to a list.</summary>
    public void AddElement(ReadOnlySpan<byte> element)
    {
        _count++;
        _elements!.WriteBytes(element);
    }

    /// <summary>Puts an entry whose value is not null.</summary>
    public void Put(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value) => PutFlagged(key, [0, .. value]);

    /// <summary>Puts an entry whose value begins with the flag for null.</summary>
    public void PutFlagged(ReadOnlySpan<byte> key, byte[] flaggedValue) => _entries![key.ToArray()] = flaggedValue;

    /// <summary>Removes an entry of a map, here and where it was written before.</summary>
    public void Remove(ReadOnlySpan<byte> key)
    {
        for (var cell = this; cell is not null; cell = cell.Older)
        {
            cell._entries?.Remove(key.ToArray());
        }
    }

    /// <summary>Takes what stood under another namespace.</summary>
    public void Take(ChangelogCell source, bool isFirst)
    {
        if (state.IsList && source.State.IsList)
        {
            _count += source._count;
            _elements!.WriteBytes(source._elements!.WrittenSpan);
        }
        else if (isFirst && !source.IsUnknown)
        {
            _value = source._value;
        }
        else
        {
            IsUnknown = true;
        }
    }

    /// <summary>The bytes that a heap table would hold.</summary>
    public byte[] ToBytes()
    {
        var writer = new JavaDataWriter(64);
        if (_entries is not null)
        {
            writer.WriteInt32(_entries.Count);
            foreach (var (key, flaggedValue) in _entries)
            {
                writer.WriteBytes(key);
                writer.WriteBytes(flaggedValue);
            }
        }
        else if (_elements is not null)
        {
            writer.WriteInt32(_count);
            writer.WriteBytes(_elements.WrittenSpan);
        }
        else
        {
            return _value;
        }

        return writer.ToArray();
    }

    private void PutStored(ref JavaDataReader value)
    {
        var start = value.Position;
        state.MapKey.Skip(ref value);
        var keyEnd = value.Position;
        if (!value.ReadBoolean())
        {
            state.Element.Skip(ref value);
        }

        PutFlagged(value.Slice(start, keyEnd), value.Slice(keyEnd, value.Position).ToArray());
    }
}
