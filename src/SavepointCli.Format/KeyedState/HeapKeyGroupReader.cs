using System.Buffers.Binary;
using System.Collections.Immutable;
using SavepointCli.Format.Compression;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Streams;

namespace SavepointCli.Format.KeyedState;

/// <summary>
/// Reads the native stream of the heap backend: for every key group its number, then every state with all its entries. Values carry no
/// length, so their serializers find where they end; the ends of values that only the job can read are looked for
/// (<see cref="OpaqueEndSearch"/>). One key group is held in memory at a time. Mirrors <c>HeapRestoreOperation</c>; see
/// <c>docs/format/keyed-state.md</c>.
/// </summary>
/// <remarks>The stream must be able to seek; it stays open. After a fault <see cref="Read"/> goes on with the next key group.</remarks>
public sealed class HeapKeyGroupReader : IKeyGroupReader
{
    private readonly KeyGroupsHandle _handle;
    private readonly KeyGroupRange _range;
    private readonly StreamWindow _file;
    private readonly SnappyFramingReader? _chunks;
    private readonly ByteWindow _source;
    private readonly RunBounds _bounds;
    private readonly HeapTable[] _tables;
    private readonly string _path;
    private readonly int? _maxParallelism;
    private readonly OpaqueRuns _opaqueRuns = new();

    private DataOrigin _origin;
    private int _blockLength;
    private int _next;
    private int _entriesLeft;
    private ImmutableSortedSet<int> _states = [];
    private Range _namespace;
    private Range _keyBytes;
    private Range _value;

    /// <summary>Reads the header and stands before the first entry.</summary>
    /// <param name="stream">The stream of the handle.</param>
    /// <param name="handle">Where its key groups lie.</param>
    /// <param name="path">Names the stream in messages.</param>
    /// <param name="kryo">Which Kryo wrote values that only Kryo can read.</param>
    /// <param name="range">
    /// The key groups to read; those of the handle if null. Give the whole handle and a range rather than a handle cut to the range:
    /// nothing in the stream but the next offset says where a key group ends.
    /// </param>
    /// <param name="maxParallelism">Number of key groups of the operator: tells which keys can stand behind an opaque value. Null if not known.</param>
    /// <param name="checksums">Whether a wrong checksum of compressed bytes is a fault; Flink does not look at them.</param>
    public HeapKeyGroupReader(
        Stream stream,
        KeyGroupsHandle handle,
        string path,
        KryoVersion kryo = KryoVersion.Unknown,
        KeyGroupRange? range = null,
        int? maxParallelism = null,
        bool checksums = false)
    {
        _handle = handle;
        _path = path;
        _origin = new DataOrigin(path);
        _maxParallelism = maxParallelism;
        _range = range is { } wanted ? handle.KeyGroups.Intersect(wanted) : handle.KeyGroups;
        Header = KeyedBackendHeader.ReadFrom(stream, handle, path);
        _file = new StreamWindow(stream, path);
        _chunks = Header.IsCompressed ? new SnappyFramingReader(_file, checksums) : null;
        _source = _chunks is null ? _file : _chunks;
        _bounds = new RunBounds(handle.Offsets, _file.Length);
        _tables = [.. Header.States.Select(state => new HeapTable(state, Header.KeySerializer, kryo))];
        KeyGroup = _range.Start - 1;
    }

    /// <summary>What the stream says about keys and states.</summary>
    public KeyedBackendHeader Header { get; }

    /// <inheritdoc/>
    public bool HasCompositeKeys => false;

    /// <summary>Key group of the current entry.</summary>
    public int KeyGroup { get; private set; }

    /// <summary>State of the current entry: index in the header's list.</summary>
    public int StateIndex { get; private set; }

    /// <summary>Place of the current entry in the stream; where compressed, in the key group's bytes before compression.</summary>
    public long Offset => _origin.BaseOffset + _namespace.Start.Value;

    /// <summary>Namespace of the current entry; empty for queue elements.</summary>
    public ReadOnlySpan<byte> Namespace => Block[_namespace];

    /// <summary>Key of the current entry, without its key group; empty for queue elements.</summary>
    public ReadOnlySpan<byte> Key => Block[_keyBytes];

    /// <summary>Value of the current entry, or the queue element.</summary>
    public ReadOnlySpan<byte> Value => Block[_value];

    private ReadOnlySpan<byte> Block => _source.Peek(_blockLength);

    /// <summary>Moves to the next entry; false behind the last one.</summary>
    /// <exception cref="SavepointException">The rest of the key group can't be read.</exception>
    public bool Read()
    {
        try
        {
            return ReadNext();
        }
        catch (SavepointException)
        {
            _entriesLeft = 0;
            _next = _blockLength;
            _states = [.. Enumerable.Range(0, _tables.Length)];
            throw;
        }
    }

    private bool ReadNext()
    {
        while (_entriesLeft == 0)
        {
            if (_states.Count == _tables.Length || KeyGroup < _range.Start)
            {
                if (!NextKeyGroup())
                {
                    return false;
                }
            }
            else
            {
                ReadStateHead();
            }
        }

        ReadEntry();
        _entriesLeft--;
        return true;
    }

    private bool NextKeyGroup()
    {
        if (_next < _blockLength)
        {
            throw BlockReader().Fault($"{_blockLength - _next} bytes stand behind the last state of key group {KeyGroup}");
        }

        _source.Advance(_blockLength);
        _blockLength = 0;
        _next = 0;
        _opaqueRuns.Clear();
        if (KeyGroup >= _range.End)
        {
            return false;
        }

        KeyGroup++;
        _states = [];
        var offset = _handle.OffsetOf(KeyGroup);
        _file.Seek(offset, _bounds.EndOf(offset));
        var stored = BinaryPrimitives.ReadInt32BigEndian(_file.Peek(sizeof(int)));
        if (stored != KeyGroup)
        {
            throw _file.Fault($"key group {stored} stands where key group {KeyGroup} should");
        }

        _file.Advance(sizeof(int));
        _origin = _chunks is null
            ? new DataOrigin(_path, offset + sizeof(int))
            : new DataOrigin($"{_path}, key group {KeyGroup} uncompressed");
        if (_tables.Length > 0)
        {
            // Every state is a framed stream of its own; the identifiers between them are passed over.
            _chunks?.Restart();
        }

        _blockLength = _source.PeekRest().Length;
        return true;
    }

    private void ReadStateHead()
    {
        var reader = BlockReader();
        var index = reader.ReadInt16();
        if (index < 0 || index >= _tables.Length || _states.Contains(index))
        {
            throw reader.Fault($"key group {KeyGroup} holds a state {index} that is not in the header's {_tables.Length} states or comes twice");
        }

        StateIndex = index;
        _entriesLeft = reader.ReadCount($"entries of state '{_tables[index].Name}' in key group {KeyGroup}");
        _states = _states.Add(index);
        _next = reader.Position;
    }

    private void ReadEntry()
    {
        var table = _tables[StateIndex];
        var reader = BlockReader();
        var start = reader.Position;
        var namespaceEnd = table.SkipKey(ref reader);
        var keyEnd = reader.Position;
        try
        {
            table.SkipValue(ref reader);
        }
        catch (OpaqueValueException opaque)
        {
            FindEnds(opaque);
            reader = BlockReader();
            reader.Seek(keyEnd);
            table.SkipValue(ref reader);
        }

        _namespace = start..namespaceEnd;
        _keyBytes = namespaceEnd..keyEnd;
        _value = keyEnd..reader.Position;
        _next = reader.Position;
    }

    private void FindEnds(OpaqueValueException opaque)
    {
        var place = new HeapPlace(_next, StateIndex, _entriesLeft, _states);
        var search = new OpaqueEndSearch(_tables, _origin, new KeyGroupTest(KeyGroup, _maxParallelism));
        if (!search.Find(Block, place, opaque, _opaqueRuns))
        {
            throw new SavepointFormatException(
                $"state '{_tables[StateIndex].Name}' holds a value of {opaque.ClassName}, which only that class can decode, and nothing fits behind"
                + $" it: the rest of key group {KeyGroup} is lost",
                _origin.Path,
                opaque.Offset,
                ExitCode.Unsupported,
                "a canonical savepoint stores where values end");
        }
    }

    private JavaDataReader BlockReader()
    {
        var reader = new JavaDataReader(Block, _origin) { OpaqueRuns = _opaqueRuns };
        reader.Seek(_next);
        return reader;
    }
}
