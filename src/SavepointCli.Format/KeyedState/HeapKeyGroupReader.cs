using System.Buffers.Binary;
using SavepointCli.Format.Compression;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Streams;

namespace SavepointCli.Format.KeyedState;

/// <summary>
/// Reads the native stream of the heap backend: for every key group its number, then every state with all its entries. Values carry no
/// length, so their serializers find where they end. One key group is held in memory at a time. Mirrors <c>HeapRestoreOperation</c>;
/// see <c>docs/format/keyed-state.md</c>.
/// </summary>
/// <remarks>The stream must be able to seek; it stays open.</remarks>
public sealed class HeapKeyGroupReader : IKeyGroupReader
{
    private readonly KeyGroupsHandle _handle;
    private readonly KeyGroupRange _range;
    private readonly StreamWindow _file;
    private readonly SnappyFramingReader? _chunks;
    private readonly ByteWindow _source;
    private readonly RunBounds _bounds;
    private readonly TypeSerializer _key;
    private readonly TableLayout[] _tables;
    private readonly DataOrigin _origin;

    private int _blockLength;
    private int _next;
    private int _entryStart;
    private int _statesLeft;
    private int _entriesLeft;
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
    /// <exception cref="SavepointException">The values of a state have no known serializer, so that nothing behind them can be found.</exception>
    public HeapKeyGroupReader(Stream stream, KeyGroupsHandle handle, string path, KryoVersion kryo = KryoVersion.Unknown, KeyGroupRange? range = null)
    {
        _handle = handle;
        _origin = new DataOrigin(path);
        _range = range is { } wanted ? handle.KeyGroups.Intersect(wanted) : handle.KeyGroups;
        Header = KeyedBackendHeader.ReadFrom(stream, handle, path);
        _file = new StreamWindow(stream, path);
        _chunks = Header.IsCompressed ? new SnappyFramingReader(_file) : null;
        _source = _chunks is null ? _file : _chunks;
        _bounds = new RunBounds(handle.Offsets, _file.Length);
        _key = Header.KeySerializer.RestoreSerializer(kryo);
        _tables = [.. Header.States.Select(state => new TableLayout(state.NamespaceSerializer?.RestoreSerializer(kryo), ValueOf(state, kryo)))];
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

    /// <summary>Place of the current entry in the stream; where compressed, the end of its chunk.</summary>
    public long Offset => _source.Offset + _entryStart;

    /// <summary>Namespace of the current entry; empty for queue elements.</summary>
    public ReadOnlySpan<byte> Namespace => Block[_namespace];

    /// <summary>Key of the current entry, without its key group; empty for queue elements.</summary>
    public ReadOnlySpan<byte> Key => Block[_keyBytes];

    /// <summary>Value of the current entry, or the queue element.</summary>
    public ReadOnlySpan<byte> Value => Block[_value];

    private ReadOnlySpan<byte> Block => _source.Peek(_blockLength);

    /// <summary>Moves to the next entry; false behind the last one.</summary>
    public bool Read()
    {
        while (_entriesLeft == 0)
        {
            if (_statesLeft == 0 && !NextKeyGroup())
            {
                return false;
            }

            if (_statesLeft > 0)
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
        if (KeyGroup >= _range.End)
        {
            return false;
        }

        KeyGroup++;
        var offset = _handle.OffsetOf(KeyGroup);
        _file.Seek(offset, _bounds.EndOf(offset));
        var stored = BinaryPrimitives.ReadInt32BigEndian(_file.Peek(sizeof(int)));
        if (stored != KeyGroup)
        {
            throw _file.Fault($"key group {stored} stands where key group {KeyGroup} should");
        }

        _file.Advance(sizeof(int));
        if (_tables.Length > 0)
        {
            // Every state is a framed stream of its own; the identifiers between them are passed over.
            _chunks?.Restart();
        }

        _blockLength = _source.PeekRest().Length;
        _statesLeft = _tables.Length;
        return true;
    }

    private void ReadStateHead()
    {
        var reader = BlockReader();
        var index = reader.ReadInt16();
        if (index < 0 || index >= _tables.Length)
        {
            throw reader.Fault($"key group {KeyGroup} holds a state {index}, but the header has {_tables.Length} states");
        }

        StateIndex = index;
        _entriesLeft = reader.ReadCount($"entries of state '{Header.States[index].Name}' in key group {KeyGroup}");
        _statesLeft--;
        _next = reader.Position;
    }

    private void ReadEntry()
    {
        var table = _tables[StateIndex];
        var reader = BlockReader();
        var start = reader.Position;
        _entryStart = start;
        _namespace = start..start;
        _keyBytes = start..start;
        if (table.Namespace is not null)
        {
            table.Namespace.Skip(ref reader);
            _namespace = start..reader.Position;
            _key.Skip(ref reader);
            _keyBytes = _namespace.End..reader.Position;
            start = reader.Position;
        }

        table.Value.Skip(ref reader);
        _value = start..reader.Position;
        _next = reader.Position;
    }

    private JavaDataReader BlockReader()
    {
        var reader = new JavaDataReader(Block, _origin);
        reader.Seek(_next);
        return reader;
    }

    private static TypeSerializer ValueOf(StateMeta state, KryoVersion kryo) =>
        state.ValueSerializer?.RestoreSerializer(kryo)
        ?? throw new SavepointException(ExitCode.Damaged, $"state '{state.Name}' has no value serializer");

    /// <param name="Namespace">Serializer of namespaces; null for queues, whose elements stand alone.</param>
    /// <param name="Value">Serializer of values or elements.</param>
    private readonly record struct TableLayout(TypeSerializer? Namespace, TypeSerializer Value);
}
