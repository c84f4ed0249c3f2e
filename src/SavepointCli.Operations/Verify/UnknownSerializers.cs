using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Composite;

namespace SavepointCli.Operations.Verify;

/// <summary>Finds what the head of a stream describes and nobody here knows: a newer Flink's or a job's own, or damage to a name.</summary>
internal static class UnknownSerializers
{
    /// <summary>The classes of the unknown snapshots, each once.</summary>
    public static IEnumerable<string> Of(KeyedBackendHeader header) => header.States
        .SelectMany(state => new[] { state.NamespaceSerializer, state.ValueSerializer })
        .Prepend(header.KeySerializer)
        .OfType<SerializerSnapshot>()
        .SelectMany(Within)
        .Distinct();

    private static IEnumerable<string> Within(SerializerSnapshot snapshot) => snapshot switch
    {
        UnknownSerializerSnapshot unknown => [unknown.ClassName],
        CompositeSerializerSnapshot composite => composite.Nested.SelectMany(Within),
        _ => [],
    };
}
