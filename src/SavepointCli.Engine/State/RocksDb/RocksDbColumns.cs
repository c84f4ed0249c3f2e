using SavepointCli.Engine.State.Codecs;
using SavepointCli.Engine.State.Restore;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers;
using SavepointCli.RocksDb;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.State.RocksDb;

/// <summary>
/// Opens the column family of a state when the job registers it. Restored entries that the job's serializer would write differently are
/// written anew at once, so that every access finds one form.
/// </summary>
internal sealed class RocksDbColumns<TKey>(KeyedBackendCore<TKey> core, RocksDbStateDatabase database)
{
    private readonly StateResolution _resolution = new(core.Context.OperatorName);

    /// <summary>Opens a column family.</summary>
    /// <param name="name">Name of the state.</param>
    /// <param name="type">Its kind.</param>
    /// <param name="namespaceType">Type of its namespaces.</param>
    /// <param name="shape">How its values are written.</param>
    /// <param name="serializer">Reads and writes the values that are there now.</param>
    public RocksDbColumn<TKey, TNamespace> Open<TNamespace, TState>(
        string name, KeyedStateType type, TypeInformation<TNamespace> namespaceType, StateShape<TState> shape, out TypeSerializer<TState> serializer)
    {
        var restored = database.Find(name);
        if (restored is not null)
        {
            _resolution.RequireKind(restored, type);
        }

        var namespaces = _resolution.Namespaces(name, namespaceType, restored?.NamespaceSerializer).Writer;
        var values = _resolution.Values(name, shape, restored?.ValueSerializer);
        serializer = values.Writer;
        var meta = StateMeta.ForKeyValue(name, type, namespaces.Snapshot, serializer.Snapshot);
        var family = database.Register(meta);
        var layout = new KeyLayout(core.Context.MaxParallelism, core.KeySerializer, namespaces);
        if (restored?.ValueSerializer is { } written && !BytesOf(written).SequenceEqual(BytesOf(serializer.Snapshot)))
        {
            Rewrite(family, layout, shape.CodecOf(type, values));
        }

        return new RocksDbColumn<TKey, TNamespace>(core, family, layout, namespaces);
    }

    private void Rewrite<TState>(RocksColumnFamily family, KeyLayout layout, StateCodec<TState> codec)
    {
        var buffers = new EntryBuffers();
        using var batch = database.Database.StartBatch();
        using var entries = family.Iterate();
        for (var found = entries.Seek(KeyLayout.PrefixOf(core.Context.KeyGroups.Start, layout.PrefixLength)); found; found = entries.Next())
        {
            var keyGroup = KeyLayout.ReadKeyGroup(entries.Key, layout.PrefixLength);
            if (keyGroup > core.Context.KeyGroups.End)
            {
                break;
            }

            var key = entries.Key.ToArray();
            var userKey = new JavaDataReader(key.AsSpan(layout.Split(key, keyGroup).UserKey));
            var value = new JavaDataReader(entries.Value);
            TState state = default!;
            codec.ReadCanonical(ref userKey, ref value, ref state, exists: false);
            codec.WriteCanonical(state, buffers, (_, rewritten) => batch.Put(family, key, rewritten));
        }

        batch.Flush();
    }

    private static ReadOnlySpan<byte> BytesOf(SerializerSnapshot snapshot)
    {
        var writer = new JavaDataWriter();
        SerializerSnapshots.WriteTopLevel(writer, snapshot);
        return writer.WrittenSpan;
    }
}
