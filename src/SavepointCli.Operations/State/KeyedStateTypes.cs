using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Operations.State;

/// <summary>The serializers of one keyed state, restored once per stream; opaque ones where none is known.</summary>
internal sealed class KeyedStateTypes
{
    public KeyedStateTypes(KeyedBackendHeader header, StateMeta state, KryoVersion kryo)
    {
        Kind = KindOf(state);
        Key = StateSerializers.Restore(header.KeySerializer, kryo);
        Namespace = StateSerializers.Restore(state.NamespaceSerializer, kryo);
        Value = StateSerializers.Restore(state.ValueSerializer, kryo);
        UserKey = Kind == StateEntryKind.Map ? StateSerializers.Restore(state.MapKeySerializer, kryo) : Value;
        Element = state.ElementSerializer is { } element ? StateSerializers.Restore(element, kryo) : Value;
    }

    public StateEntryKind Kind { get; }

    public TypeSerializer Key { get; }

    public TypeSerializer Namespace { get; }

    /// <summary>Values as the heap backend stores them: lists and maps whole.</summary>
    public TypeSerializer Value { get; }

    /// <summary>Map keys.</summary>
    public TypeSerializer UserKey { get; }

    /// <summary>Elements of a list, values of a map; the value of any other state.</summary>
    public TypeSerializer Element { get; }

    private static StateEntryKind KindOf(StateMeta state) => (state.Kind, state.KeyedStateType) switch
    {
        (BackendStateType.PriorityQueue, _) => StateEntryKind.Timer,
        (_, KeyedStateType.List) => StateEntryKind.List,
        (_, KeyedStateType.Map) => StateEntryKind.Map,
        (_, KeyedStateType.Reducing) => StateEntryKind.Reducing,
        (_, KeyedStateType.Aggregating) => StateEntryKind.Aggregating,
        (_, KeyedStateType.Folding) => StateEntryKind.Folding,
        _ => StateEntryKind.Value,
    };
}
