namespace SavepointCli.Format.Serializers.Composite;

/// <summary>Serializers of timers.</summary>
public static class TimerSerializer
{
    internal static CompositeKind Kind { get; } = new("org.apache.flink.streaming.api.operators.TimerSerializerSnapshot", "Timer")
    {
        OuterVersion = 2,
        NestedCount = 2,
        Restore = static (snapshot, nested) =>
            new TimerSerializer<object?, object?>(GeneralSerializer.Of(nested[0]), GeneralSerializer.Of(nested[1]), snapshot),
    };

    /// <summary>The serializer of the timers of one operator.</summary>
    public static TimerSerializer<TKey, TNamespace> Of<TKey, TNamespace>(TypeSerializer<TKey> key, TypeSerializer<TNamespace> @namespace) =>
        new(key, @namespace, Kind.Snapshot(key, @namespace));
}
