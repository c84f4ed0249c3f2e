using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Composite;
using SavepointCli.Operations.State;

namespace SavepointCli.Operations.Export;

/// <summary>What the head of a stream says about the types of one state; null where nothing is known.</summary>
/// <param name="Kind">What kind of state it is.</param>
/// <param name="Key">Describes the keys.</param>
/// <param name="Namespace">Describes the namespaces.</param>
/// <param name="Value">Describes the values, of a state with time to live what is inside them.</param>
/// <param name="IsTtl">Whether values carry the time of the last access.</param>
internal sealed record StateTypes(StateEntryKind Kind, SerializerSnapshot? Key, SerializerSnapshot? Namespace, SerializerSnapshot? Value, bool IsTtl)
{
    /// <summary>Whether the values are times.</summary>
    public bool IsTimer => Kind == StateEntryKind.Timer;

    /// <summary>The types of a state whose values are described by <paramref name="value"/>.</summary>
    public static StateTypes Of(StateEntryKind kind, SerializerSnapshot? key, SerializerSnapshot? space, SerializerSnapshot? value) => value switch
    {
        CompositeSerializerSnapshot { Kind.TypeName: "Timer", Nested: [_, var timerNamespace] } => new(kind, key, timerNamespace, null, false),
        CompositeSerializerSnapshot { Kind.TypeName: "Ttl", Nested: [_, var user] } => new(kind, key, space, user, true),
        _ => new(kind, key, space, value, false),
    };
}
