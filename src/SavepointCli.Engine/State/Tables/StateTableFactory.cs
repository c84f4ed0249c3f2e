using SavepointCli.Engine.State.Codecs;
using SavepointCli.Engine.State.Restore;
using SavepointCli.Engine.Types.Resolution;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.State.Tables;

/// <summary>Creates the table of a state when the job registers it and fills it with what was restored under its name.</summary>
internal sealed class StateTableFactory<TKey>(KeyedBackendCore<TKey> core)
{
    private readonly StateResolution _resolution = new(core.Context.OperatorName);

    /// <summary>Creates a table.</summary>
    public StateTable<TKey, TNamespace, TState> Create<TNamespace, TState>(
        string name, KeyedStateType type, TypeInformation<TNamespace> namespaceType, StateShape<TState> shape)
    {
        var found = core.Restored.Find(name, isQueue: false);
        if (found is not null)
        {
            _resolution.RequireKind(found.Meta, type);
        }

        var parts = found?.Parts ?? [];
        var first = parts.Count == 0 ? null : parts[0].Meta;
        var namespaces = _resolution.Namespaces(name, namespaceType, first?.NamespaceSerializer);
        var values = _resolution.Values(name, shape, first?.ValueSerializer);
        var table = new StateTable<TKey, TNamespace, TState>(
            core.Current, new StateLayout<TKey, TNamespace, TState>(core.Equality.Comparer, shape.Copy), core.Versions, core.Context.KeyGroups.Count);
        foreach (var part in parts)
        {
            Fill(table, part, namespaceType, shape);
        }

        core.Restored.TryTake(name, isQueue: false, out _);
        var meta = StateMeta.ForKeyValue(name, type, namespaces.Writer.Snapshot, values.Writer.Snapshot);
        var layout = new KeyLayout(core.Context.MaxParallelism, core.KeySerializer, namespaces.Writer);
        core.Tables.Add(new RegisteredTable<TKey, TNamespace, TState>(
            table, meta, layout, core.KeySerializer, namespaces.Writer, shape.CodecOf(type, values)));
        return table;
    }

    private void Fill<TNamespace, TState>(
        StateTable<TKey, TNamespace, TState> table, RestoredPart part, TypeInformation<TNamespace> namespaceType, StateShape<TState> shape)
    {
        var name = part.Meta.Name;
        var namespaces = _resolution.Namespaces(name, namespaceType, part.Meta.NamespaceSerializer).Reader;
        var codec = shape.CodecOf(part.Meta.KeyedStateType, _resolution.Values(name, shape, part.Meta.ValueSerializer));
        var keys = SerializerResolver.Resolve(core.KeyType, core.Restored.KeySerializers[0]).Reader;
        var layout = new KeyLayout(core.Context.MaxParallelism, keys, namespaces);
        for (var group = 0; group < core.Context.KeyGroups.Count; group++)
        {
            if (part[group] is { } entries)
            {
                FillGroup(table[group], entries, layout, core.Context.KeyGroups.Start + group, keys, namespaces, codec);
            }
        }
    }

    private void FillGroup<TNamespace, TState>(
        StateMap<TKey, TNamespace, TState> map,
        RestoredEntries entries,
        KeyLayout layout,
        int keyGroup,
        TypeSerializer<TKey> keys,
        TypeSerializer<TNamespace> namespaces,
        StateCodec<TState> codec)
    {
        foreach (var entry in entries)
        {
            var parts = layout.Split(entry.Key, keyGroup);
            var keyReader = new JavaDataReader(entry.Key[parts.Key]);
            var key = keys.Read(ref keyReader);
            var namespaceReader = new JavaDataReader(entry.Key[parts.Namespace]);
            var @namespace = namespaces.Read(ref namespaceReader);
            var hash = core.HashOfRestored(key, keyGroup);
            var userKey = new JavaDataReader(entry.Key[parts.UserKey]);
            var value = new JavaDataReader(entry.Value);
            ref var state = ref map.FindOrAdd(hash, key, @namespace, out var exists);
            codec.ReadCanonical(ref userKey, ref value, ref state, exists);
        }
    }
}
