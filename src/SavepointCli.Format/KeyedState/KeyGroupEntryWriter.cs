using SavepointCli.Format.Java;

namespace SavepointCli.Format.KeyedState;

/// <summary>
/// Frames the entries of one key group after the other. The canonical stream names a state only where it changes and announces that in
/// the key of the entry before, so the last entry stays open until it is known what follows it.
/// </summary>
internal sealed class KeyGroupEntryWriter
{
    private const int NoEntry = -1;

    private readonly JavaDataWriter _buffer = new();
    private int _state;
    private int _openEntry;
    private int _openKey = NoEntry;

    /// <summary>Whether the key group has no entry yet.</summary>
    public bool IsEmpty => _openKey == NoEntry;

    /// <summary>Bytes that nothing can change any more; take them with <see cref="DropSettled"/>.</summary>
    public ReadOnlySpan<byte> Settled => _buffer.WrittenSpan[..(IsEmpty ? _buffer.Length : _openEntry)];

    /// <summary>Adds an entry.</summary>
    public void Write(int stateIndex, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        if (key.IsEmpty || (key[0] & CanonicalFormat.MetadataFollows) != 0)
        {
            throw new ArgumentException("a key begins with its key group, whose highest bit is clear", nameof(key));
        }

        if (IsEmpty || stateIndex != _state)
        {
            WriteMetadata(checked((ushort)stateIndex));
            _state = stateIndex;
        }

        _openEntry = _buffer.Length;
        _buffer.WriteInt32(key.Length);
        _openKey = _buffer.Length;
        _buffer.WriteBytes(key);
        _buffer.WriteInt32(value.Length);
        _buffer.WriteBytes(value);
    }

    /// <summary>Ends the key group.</summary>
    public void End()
    {
        WriteMetadata(CanonicalFormat.EndOfKeyGroup);
        _openKey = NoEntry;
    }

    /// <summary>Forgets the settled bytes.</summary>
    public void DropSettled()
    {
        var settled = Settled.Length;
        var open = _buffer.Length - settled;
        _buffer.WrittenSpan[settled..].CopyTo(_buffer.WrittenForPatching);
        _buffer.Truncate(open);
        _openEntry -= settled;
        _openKey = IsEmpty ? NoEntry : _openKey - settled;
    }

    private void WriteMetadata(ushort metadata)
    {
        if (!IsEmpty)
        {
            _buffer.WrittenForPatching[_openKey] |= CanonicalFormat.MetadataFollows;
        }

        _buffer.WriteUInt16(metadata);
    }
}
