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
    /// <summary>Creates a table.</summary>
    public StateTable<TKey, TNamespace, TState> Create<TNamespace, TState>(
        string name, KeyedStateType type, TypeInformation<TNamespace> namespaceType, StateShape<TState> shape)
    {
        var found = core.Restored.Find(name, isQueue: false);
        if (found is not null)
        {
            RequireKind(found.Meta, name, type);
        }

        var parts = found?.Parts ?? [];
        var first = parts.Count == 0 ? null : parts[0].Meta;
        var namespaces = Namespaces(name, namespaceType, first?.NamespaceSerializer);
        var values = Values(name, shape, first?.ValueSerializer);
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
        var namespaces = Namespaces(name, namespaceType, part.Meta.NamespaceSerializer).Reader;
        var codec = shape.CodecOf(part.Meta.KeyedStateType, Values(name, shape, part.Meta.ValueSerializer));
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

    private void RequireKind(StateMeta meta, string name, KeyedStateType type)
    {
        if (meta.Kind != BackendStateType.KeyValue || meta.KeyedStateType != type)
        {
            throw RestoreFaults.Kind(core.Context.OperatorName, name, RestoreFaults.Words(meta), $"{type} state");
        }
    }

    private ResolvedSerializer<TNamespace> Namespaces<TNamespace>(string name, TypeInformation<TNamespace> type, SerializerSnapshot? snapshot)
    {
        var resolved = SerializerResolver.Resolve(type, snapshot);
        return resolved.Compatibility == Compatibility.AsIs
            ? resolved
            : throw RestoreFaults.State(core.Context.OperatorName, name, "namespaces", snapshot, resolved.Writer.Snapshot);
    }

    private ResolvedSerializer<TState> Values<TState>(string name, StateShape<TState> shape, SerializerSnapshot? snapshot)
    {
        var resolved = shape.Resolve(snapshot);
        if (resolved.Compatibility != Compatibility.Incompatible)
        {
            return resolved;
        }

        var job = shape.Resolve(null).Writer.Snapshot;
        throw shape.MapKeysFit(snapshot)
            ? RestoreFaults.State(core.Context.OperatorName, name, "values", snapshot, job)
            : RestoreFaults.MapKey(core.Context.OperatorName, name, snapshot, job);
    }
}
