using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Namespaces;

namespace SavepointCli.Format.KeyedState.Changelog;

/// <summary>One description of a state that a changelog or the snapshot below it holds, with its serializers restored.</summary>
internal sealed class ChangelogState
{
    public ChangelogState(StateMeta meta, int index, int table, KryoVersion kryo)
    {
        Meta = meta;
        Index = index;
        Table = table;
        Namespace = Restore(meta.NamespaceSerializer, kryo);
        Value = Restore(meta.ValueSerializer, kryo);
        MapKey = Restore(meta.MapKeySerializer, kryo);
        Element = Restore(meta.ElementSerializer, kryo);
    }

    public StateMeta Meta { get; }

    /// <summary>Index in the header: every description that differs has its own.</summary>
    public int Index { get; }

    /// <summary>The table: descriptions of the same state share it.</summary>
    public int Table { get; }

    public bool IsQueue => Meta.Kind == BackendStateType.PriorityQueue;

    public bool IsList => !IsQueue && Meta.KeyedStateType == KeyedStateType.List;

    public bool IsMap => !IsQueue && Meta.KeyedStateType == KeyedStateType.Map;

    public TypeSerializer Namespace { get; }

    public TypeSerializer Value { get; }

    public TypeSerializer MapKey { get; }

    /// <summary>Elements of a list, values of a map.</summary>
    public TypeSerializer Element { get; }

    private static TypeSerializer Restore(SerializerSnapshot? snapshot, KryoVersion kryo) =>
        snapshot is null ? NamespaceSerializers.Void : OpaqueSerializer.RestoreOrOpaque(snapshot, kryo);
}
