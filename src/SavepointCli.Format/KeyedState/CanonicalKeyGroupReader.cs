using System.Buffers.Binary;
using SavepointCli.Format.Compression;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Streams;

namespace SavepointCli.Format.KeyedState;

/// <summary>
/// Reads the canonical stream of one subtask entry by entry: key groups in ascending order, entries in the order of the file. Holds one
/// entry (and one chunk where compressed) in memory and allocates nothing per entry. Mirrors <c>FullSnapshotRestoreOperation</c>;
/// see <c>docs/format/keyed-state.md</c>.
/// </summary>
/// <remarks>The stream must be able to seek; it stays open.</remarks>
public sealed class CanonicalKeyGroupReader : IKeyGroupReader
{
    private readonly KeyGroupsHandle _handle;
    private readonly KeyGroupRange _range;
    private readonly StreamWindow _file;
    private readonly SnappyFramingReader? _chunks;
    private readonly ByteWindow _entries;
    private readonly RunBounds _bounds;

    private bool _insideKeyGroup;
    private bool _metadataFollows;
    private int _keyLength;
    private int _entryLength;
    private int _valueStart;

    /// <summary>Reads the header and stands before the first entry.</summary>
    /// <param name="stream">The stream of the handle.</param>
    /// <param name="handle">Where its key groups lie.</param>
    /// <param name="path">Names the stream in messages.</param>
    /// <param name="range">The key groups to read; those of the handle if null.</param>
    /// <param name="checksums">Whether a wrong checksum of compressed bytes is a fault; Flink does not look at them.</param>
    public CanonicalKeyGroupReader(Stream stream, KeyGroupsHandle handle, string path, KeyGroupRange? range = null, bool checksums = false)
    {
        _handle = handle;
        _range = range is { } wanted ? handle.KeyGroups.Intersect(wanted) : handle.KeyGroups;
        Header = KeyedBackendHeader.ReadFrom(stream, handle, path);
        _file = new StreamWindow(stream, path);
        _chunks = Header.IsCompressed ? new SnappyFramingReader(_file, checksums) : null;
        _entries = _chunks is null ? _file : _chunks;
        _bounds = new RunBounds(handle.Offsets, _file.Length);
        KeyGroup = _range.Start - 1;
    }

    /// <summary>What the stream says about keys and states.</summary>
    public KeyedBackendHeader Header { get; }

    /// <inheritdoc/>
    public bool HasCompositeKeys => true;

    /// <summary>Key group of the current entry.</summary>
    public int KeyGroup { get; private set; }

    /// <summary>State of the current entry: index in the header's list.</summary>
    public int StateIndex { get; private set; }

    /// <summary>Place of the current entry in the stream; where compressed, the end of its chunk.</summary>
    public long Offset => _entries.Offset;

    /// <summary>Key of the current entry, with its key group in front and without the flag bit; see <see cref="KeyLayout"/>. Valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<byte> Key => Entry.Slice(sizeof(int), _keyLength);

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Namespace => default;

    /// <summary>Value of the current entry, valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<byte> Value => Entry[_valueStart..];

    private ReadOnlySpan<byte> Entry => _entries.Peek(_entryLength);

    /// <summary>Moves to the next entry; false behind the last one.</summary>
    /// <exception cref="SavepointFormatException">The rest of the key group can't be read; the next call goes on with the next key group.</exception>
    public bool Read()
    {
        try
        {
            return ReadNext();
        }
        catch (SavepointFormatException)
        {
            _entryLength = 0;
            _insideKeyGroup = false;
            throw;
        }
    }

    private bool ReadNext()
    {
        _entries.Advance(_entryLength);
        _entryLength = 0;
        while (true)
        {
            if (!_insideKeyGroup && !NextKeyGroup())
            {
                return false;
            }

            if (!_metadataFollows || ReadStateIndex())
            {
                ReadEntry();
                return true;
            }
        }
    }

    private bool NextKeyGroup()
    {
        while (++KeyGroup <= _range.End)
        {
            var offset = _handle.OffsetOf(KeyGroup);
            if (offset == CanonicalFormat.EmptyKeyGroup)
            {
                continue;
            }

            _file.Seek(offset, _bounds.EndOf(offset));
            _chunks?.Restart();
            _insideKeyGroup = true;
            _metadataFollows = true;
            return true;
        }

        KeyGroup = _range.End;
        return false;
    }

    private bool ReadStateIndex()
    {
        var index = BinaryPrimitives.ReadUInt16BigEndian(_entries.Peek(sizeof(ushort)));
        if (index == CanonicalFormat.EndOfKeyGroup)
        {
            _insideKeyGroup = false;
            return false;
        }

        if (index >= Header.States.Length)
        {
            throw _entries.Fault($"key group {KeyGroup} holds an entry of state {index}, but the header has {Header.States.Length} states");
        }

        _entries.Advance(sizeof(ushort));
        StateIndex = index;
        return true;
    }

    private void ReadEntry()
    {
        var keyLength = BinaryPrimitives.ReadInt32BigEndian(_entries.Peek(sizeof(int)));
        if (keyLength <= 0)
        {
            throw _entries.Fault($"impossible length of a key in key group {KeyGroup}: {keyLength}");
        }

        var keyEnd = (long)sizeof(int) + keyLength;
        var valueStart = keyEnd + sizeof(int);
        var valueLength = BinaryPrimitives.ReadInt32BigEndian(_entries.Peek(valueStart)[(int)keyEnd..]);
        if (valueLength < 0)
        {
            throw _entries.Fault($"impossible length of a value in key group {KeyGroup}: {valueLength}");
        }

        var entry = _entries.Peek(valueStart + valueLength);
        ref var firstKeyByte = ref entry[sizeof(int)];
        _metadataFollows = (firstKeyByte & CanonicalFormat.MetadataFollows) != 0;
        firstKeyByte = (byte)(firstKeyByte & ~CanonicalFormat.MetadataFollows);
        _keyLength = keyLength;
        _valueStart = (int)valueStart;
        _entryLength = entry.Length;
    }
}
