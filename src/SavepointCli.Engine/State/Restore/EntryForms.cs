using SavepointCli.Engine.State.Codecs;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Composite;

namespace SavepointCli.Engine.State.Restore;

/// <summary>
/// Translates entries of one undecoded state between the heap form (namespace, key, whole value) and the canonical form (composite key,
/// a map entry by entry). See <c>docs/format/keyed-state.md</c>.
/// </summary>
internal sealed class EntryForms
{
    private readonly StateMeta _meta;
    private readonly KeyLayout? _layout;
    private readonly int _prefixLength;
    private readonly TypeSerializer? _part0;
    private readonly TypeSerializer? _part1;
    private readonly JavaDataWriter _key = new();
    private readonly JavaDataWriter _value = new();

    public EntryForms(StateMeta meta, SerializerSnapshot key, StateBackendContext context)
    {
        _meta = meta;
        _prefixLength = KeyGroups.PrefixBytes(context.MaxParallelism);
        _layout = meta.NamespaceSerializer is { } @namespace
            ? new KeyLayout(context.MaxParallelism, key.RestoreSerializer(context.Kryo), @namespace.RestoreSerializer(context.Kryo))
            : null;
        if (meta.KeyedStateType is KeyedStateType.List or KeyedStateType.Map && meta.ValueSerializer is CompositeSerializerSnapshot composite)
        {
            _part0 = composite.Nested[0].RestoreSerializer(context.Kryo);
            _part1 = composite.Nested.Length > 1 ? composite.Nested[1].RestoreSerializer(context.Kryo) : null;
        }
    }

    /// <summary>Adds an entry of a heap stream to its key group in canonical form; queue elements have neither namespace nor key.</summary>
    public void ToCanonical(
        int keyGroup, ReadOnlySpan<byte> @namespace, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, RestoredEntries entries)
    {
        _key.Clear();
        if (_layout is null)
        {
            KeyLayout.WriteKeyGroup(_key, keyGroup, _prefixLength);
            _key.WriteBytes(value);
            entries.Add(_key.WrittenSpan, []);
            return;
        }

        var start = _layout.Begin(_key, keyGroup);
        _key.WriteBytes(key);
        start = _layout.EndPart(_key, start);
        _key.WriteBytes(@namespace);
        _layout.EndPart(_key, start);
        switch (_meta.KeyedStateType)
        {
            case KeyedStateType.List:
                ListToCanonical(value, entries);
                break;
            case KeyedStateType.Map:
                MapToCanonical(value, entries);
                break;
            default:
                entries.Add(_key.WrittenSpan, value);
                break;
        }
    }

    /// <summary>Writes all entries of a key group as one state of a heap stream.</summary>
    public void ToHeap(int stateIndex, int keyGroup, IEnumerable<RestoredEntries> groups, HeapKeyGroupWriter writer)
    {
        // Map entries of one key may be apart, and the heap form wants the number of keys first.
        var tables = new Dictionary<string, HeapEntry>(StringComparer.Ordinal);
        foreach (var entries in groups)
        {
            foreach (var entry in entries)
            {
                Collect(tables, keyGroup, entry);
            }
        }

        writer.StartState(stateIndex, tables.Count);
        foreach (var entry in tables.Values)
        {
            if (_layout is null)
            {
                writer.WriteElement(entry.Value.WrittenSpan);
            }
            else
            {
                writer.WriteEntry(entry.Namespace, entry.Key, entry.Finish());
            }
        }
    }

    private void ListToCanonical(ReadOnlySpan<byte> value, RestoredEntries entries)
    {
        var reader = new JavaDataReader(value);
        var count = reader.ReadInt32();
        _value.Clear();
        for (var i = 0; i < count; i++)
        {
            if (i > 0)
            {
                _value.WriteByte(ListCodec<object>.Delimiter);
            }

            _value.WriteBytes(TakeOne(ref reader, _part0!));
        }

        if (count > 0)
        {
            entries.Add(_key.WrittenSpan, _value.WrittenSpan);
        }
    }

    private void MapToCanonical(ReadOnlySpan<byte> value, RestoredEntries entries)
    {
        var reader = new JavaDataReader(value);
        var count = reader.ReadInt32();
        var prefix = _key.Length;
        for (var i = 0; i < count; i++)
        {
            _key.Truncate(prefix);
            _key.WriteBytes(TakeOne(ref reader, _part0!));
            var isNull = reader.ReadBoolean();
            _value.Clear();
            _value.WriteBoolean(isNull);
            if (!isNull)
            {
                _value.WriteBytes(TakeOne(ref reader, _part1!));
            }

            entries.Add(_key.WrittenSpan, _value.WrittenSpan);
        }
    }

    private void Collect(Dictionary<string, HeapEntry> tables, int keyGroup, RestoredEntries.Entry entry)
    {
        if (_layout is null)
        {
            var element = entry.Key[_prefixLength..];
            var queued = new HeapEntry([], [], KeyedStateType.Unknown);
            queued.Value.WriteBytes(element);
            tables.Add(Convert.ToHexString(element), queued);
            return;
        }

        var parts = _layout.Split(entry.Key, keyGroup);
        var id = $"{Convert.ToHexString(entry.Key[parts.Namespace])}/{Convert.ToHexString(entry.Key[parts.Key])}";
        if (!tables.TryGetValue(id, out var table))
        {
            table = new HeapEntry(entry.Key[parts.Namespace].ToArray(), entry.Key[parts.Key].ToArray(), _meta.KeyedStateType);
            tables.Add(id, table);
        }

        table.Add(entry.Key[parts.UserKey], entry.Value, _part0);
    }

    private static ReadOnlySpan<byte> TakeOne(ref JavaDataReader reader, TypeSerializer serializer)
    {
        var start = reader.Position;
        serializer.Skip(ref reader);
        return reader.Slice(start, reader.Position);
    }

    /// <summary>One entry of a heap table while its parts come together.</summary>
    private sealed class HeapEntry(byte[] @namespace, byte[] key, KeyedStateType type)
    {
        private int _count;

        public byte[] Namespace => @namespace;

        public byte[] Key => key;

        public JavaDataWriter Value { get; } = new(16);

        private bool HasCount => type is KeyedStateType.List or KeyedStateType.Map;

        public void Add(ReadOnlySpan<byte> userKey, ReadOnlySpan<byte> value, TypeSerializer? element)
        {
            if (HasCount && Value.Length == 0)
            {
                Value.WriteInt32(0);
            }

            switch (type)
            {
                case KeyedStateType.List:
                    AddElements(value, element!);
                    break;
                case KeyedStateType.Map:
                    _count++;
                    Value.WriteBytes(userKey);
                    Value.WriteBytes(value[0] == 0 ? value : value[..1]);
                    break;
                default:
                    Value.WriteBytes(value);
                    break;
            }
        }

        public ReadOnlySpan<byte> Finish()
        {
            if (HasCount)
            {
                System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(Value.WrittenForPatching, _count);
            }

            return Value.WrittenSpan;
        }

        private void AddElements(ReadOnlySpan<byte> value, TypeSerializer element)
        {
            var reader = new JavaDataReader(value);
            do
            {
                _count++;
                Value.WriteBytes(TakeOne(ref reader, element));
            }
            while (reader.Remaining > 0 && reader.ReadByte() == ListCodec<object>.Delimiter);
        }
    }
}
