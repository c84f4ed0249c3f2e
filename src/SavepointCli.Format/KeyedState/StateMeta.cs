using System.Collections.Immutable;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Composite;

namespace SavepointCli.Format.KeyedState;

/// <summary>
/// Name, kind and serializers of one state, keyed or not. Mirrors <c>StateMetaInfoSnapshot</c>. Options and serializers keep the order of
/// the file (Flink's is that of a hash map), so that what was read is written back byte for byte.
/// </summary>
/// <param name="Name">The name given in the descriptor; <c>_timer_state/…</c> for timers.</param>
/// <param name="Kind">What is described.</param>
/// <param name="Options">The options.</param>
/// <param name="Serializers">The serializers.</param>
public sealed record StateMeta(
    string Name, BackendStateType Kind, ImmutableArray<StateOption> Options, ImmutableArray<StateSerializer> Serializers)
{
    private const int SmallestOption = 4;
    private const int SmallestSerializer = 12;

    /// <summary>The descriptor type of a keyed state, <see cref="KeyedStateType.Unknown"/> for all others.</summary>
    public KeyedStateType KeyedStateType => KeyedStateTypeNames.Parse(Option(StateMetaKeys.KeyedStateType));

    /// <summary>How an operator state is dealt out; null for keyed state.</summary>
    public OperatorStateMode? DistributionMode => OperatorStateModeNames.Parse(Option(StateMetaKeys.OperatorStateDistributionMode));

    /// <summary>Describes values, elements or queue elements.</summary>
    public SerializerSnapshot? ValueSerializer => Serializer(StateMetaKeys.ValueSerializer);

    /// <summary>Describes the elements of a list or the values of a map; null for other states.</summary>
    public SerializerSnapshot? ElementSerializer => KeyedStateType switch
    {
        KeyedStateType.List => Kind == BackendStateType.KeyValueV2 ? ValueSerializer : NestedInValue(0),
        KeyedStateType.Map => Kind == BackendStateType.KeyValueV2 ? ValueSerializer : NestedInValue(1),
        _ => null,
    };

    /// <summary>Describes the keys inside of a map; null for other states.</summary>
    public SerializerSnapshot? MapKeySerializer =>
        KeyedStateType != KeyedStateType.Map ? null : UserKeySerializer ?? NestedInValue(0);

    /// <summary>Describes the namespaces of a keyed state.</summary>
    public SerializerSnapshot? NamespaceSerializer => Serializer(StateMetaKeys.NamespaceSerializer);

    /// <summary>Describes the keys of a broadcast state.</summary>
    public SerializerSnapshot? KeySerializer => Serializer(StateMetaKeys.KeySerializer);

    /// <summary>Describes the map keys of a <see cref="BackendStateType.KeyValueV2"/> map state.</summary>
    public SerializerSnapshot? UserKeySerializer => Serializer(StateMetaKeys.UserKeySerializer);

    /// <summary>A keyed state as Flink 1.7 and later register it.</summary>
    /// <param name="name">Name of the state.</param>
    /// <param name="type">Type of the descriptor.</param>
    /// <param name="namespaceSerializer">VoidNamespace unless the state belongs to a window.</param>
    /// <param name="valueSerializer">The list's or map's serializer for <see cref="KeyedStateType.List"/> and <see cref="KeyedStateType.Map"/>.</param>
    public static StateMeta ForKeyValue(
        string name, KeyedStateType type, SerializerSnapshot namespaceSerializer, SerializerSnapshot valueSerializer) =>
        new(
            name,
            BackendStateType.KeyValue,
            [new(StateMetaKeys.KeyedStateType, KeyedStateTypeNames.Format(type))],
            [new(StateMetaKeys.NamespaceSerializer, namespaceSerializer), new(StateMetaKeys.ValueSerializer, valueSerializer)]);

    /// <summary>A queue of timers.</summary>
    public static StateMeta ForPriorityQueue(string name, SerializerSnapshot elementSerializer) =>
        new(name, BackendStateType.PriorityQueue, [], [new(StateMetaKeys.ValueSerializer, elementSerializer)]);

    /// <summary>A split or union list of operator state.</summary>
    public static StateMeta ForOperatorList(string name, OperatorStateMode mode, SerializerSnapshot elementSerializer) =>
        new(
            name,
            BackendStateType.Operator,
            [new(StateMetaKeys.OperatorStateDistributionMode, OperatorStateModeNames.Format(mode))],
            [new(StateMetaKeys.ValueSerializer, elementSerializer)]);

    /// <summary>A broadcast map.</summary>
    public static StateMeta ForBroadcast(string name, SerializerSnapshot keySerializer, SerializerSnapshot valueSerializer) =>
        new(
            name,
            BackendStateType.Broadcast,
            [new(StateMetaKeys.OperatorStateDistributionMode, OperatorStateModeNames.Format(OperatorStateMode.Broadcast))],
            [new(StateMetaKeys.KeySerializer, keySerializer), new(StateMetaKeys.ValueSerializer, valueSerializer)]);

    /// <summary>Value of an option, or null.</summary>
    public string? Option(string key)
    {
        foreach (var option in Options)
        {
            if (option.Key == key)
            {
                return option.Value;
            }
        }

        return null;
    }

    /// <summary>A serializer by its key in <see cref="StateMetaKeys"/>, or null.</summary>
    public SerializerSnapshot? Serializer(string key)
    {
        foreach (var serializer in Serializers)
        {
            if (serializer.Key == key)
            {
                return serializer.Snapshot;
            }
        }

        return null;
    }

    /// <summary>Reads one description.</summary>
    public static StateMeta Read(ref JavaDataReader reader)
    {
        var name = ModifiedUtf8.Read(ref reader);
        var kind = (BackendStateType)reader.ReadInt32();
        if (!Enum.IsDefined(kind))
        {
            throw reader.Fault($"state '{name}' has the unknown kind {(int)kind}", ExitCode.Unsupported);
        }

        var options = ImmutableArray.CreateBuilder<StateOption>(reader.ReadCount($"options of state '{name}'", SmallestOption));
        while (options.Count < options.Capacity)
        {
            options.Add(new StateOption(ModifiedUtf8.Read(ref reader), ModifiedUtf8.Read(ref reader)));
        }

        var serializers = ImmutableArray.CreateBuilder<StateSerializer>(reader.ReadCount($"serializers of state '{name}'", SmallestSerializer));
        while (serializers.Count < serializers.Capacity)
        {
            serializers.Add(new StateSerializer(ModifiedUtf8.Read(ref reader), SerializerSnapshots.ReadTopLevel(ref reader)));
        }

        var state = new StateMeta(name, kind, options.MoveToImmutable(), serializers.MoveToImmutable());
        foreach (var key in RequiredSerializers(kind))
        {
            if (state.Serializer(key) is null)
            {
                throw reader.Fault($"state '{name}' has no {key}");
            }
        }

        return state;
    }

    /// <summary>Writes the description back.</summary>
    public void Write(JavaDataWriter writer)
    {
        ModifiedUtf8.Write(writer, Name);
        writer.WriteInt32((int)Kind);
        writer.WriteInt32(Options.Length);
        foreach (var option in Options)
        {
            ModifiedUtf8.Write(writer, option.Key);
            ModifiedUtf8.Write(writer, option.Value);
        }

        writer.WriteInt32(Serializers.Length);
        foreach (var serializer in Serializers)
        {
            ModifiedUtf8.Write(writer, serializer.Key);
            SerializerSnapshots.WriteTopLevel(writer, serializer.Snapshot);
        }
    }

    private SerializerSnapshot? NestedInValue(int index) =>
        ValueSerializer is CompositeSerializerSnapshot composite && index < composite.Nested.Length ? composite.Nested[index] : null;

    /// <summary>Without these no value of such a state can be found in the stream.</summary>
    private static ImmutableArray<string> RequiredSerializers(BackendStateType kind) => kind switch
    {
        BackendStateType.KeyValue or BackendStateType.KeyValueV2 => [StateMetaKeys.NamespaceSerializer, StateMetaKeys.ValueSerializer],
        BackendStateType.Broadcast => [StateMetaKeys.KeySerializer, StateMetaKeys.ValueSerializer],
        _ => [StateMetaKeys.ValueSerializer],
    };
}
