using SavepointCli.Engine.Types.Resolution;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Composite;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.State.Timers;

/// <summary>Reads timers that a snapshot holds.</summary>
internal static class RestoredTimers
{
    /// <summary>The serializer of restored timers.</summary>
    /// <exception cref="SavepointException">The job's timers are of another type; timers cannot be converted.</exception>
    public static TimerSerializer<TKey, TNamespace> SerializerOf<TKey, TNamespace>(
        KeyedBackendCore<TKey> core, SerializerSnapshot? snapshot, string service, TypeInformation<TNamespace> namespaceType)
    {
        var keys = SerializerResolver.Resolve(core.KeyType, ResolvedSerializer.Part(snapshot, 0));
        var namespaces = SerializerResolver.Resolve(namespaceType, ResolvedSerializer.Part(snapshot, 1));
        var serializer = TimerSerializer.Of(keys.Reader, namespaces.Reader);
        var own = ResolvedSerializer.OfSameClass(serializer, snapshot);
        return ResolvedSerializer.Worst(own, ResolvedSerializer.Worst(keys.Compatibility, namespaces.Compatibility)) == Compatibility.AsIs
            ? serializer
            : throw RestoreFaults.Timers(core.Context.OperatorName, service, snapshot, serializer.Snapshot);
    }
}
