using SavepointCli.Format.Serializers.Basic;

namespace SavepointCli.Format.Serializers.Composite;

/// <summary>Serializers of values with time to live; Flink wraps the serializer of every value of such a state.</summary>
public static class TtlSerializer
{
    internal static CompositeKind Kind { get; } = new(FlinkNames.State + "ttl.TtlStateFactory$TtlSerializerSnapshot", "Ttl")
    {
        OuterVersion = 2,
        NestedCount = 2,
        Restore = static (snapshot, nested) => new TtlSerializer<object?>(GeneralSerializer.Of(nested[1]), snapshot),
        Describe = static snapshot => $"Ttl<{snapshot.Nested[1].Describe()}>",
    };

    /// <summary>The serializer of a state with time to live.</summary>
    /// <param name="user">The serializer of the user's values.</param>
    public static TtlSerializer<T> Of<T>(TypeSerializer<T> user) => new(user, Kind.Snapshot(BasicSerializers.Long, user));
}
