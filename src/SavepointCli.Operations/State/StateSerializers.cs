using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Namespaces;

namespace SavepointCli.Operations.State;

/// <summary>Serializers for reading whatever a snapshot holds.</summary>
internal static class StateSerializers
{
    /// <summary>The serializer of a snapshot; where no decoder is known, one whose values are opaque.</summary>
    /// <param name="snapshot">The description; null where the state has none, as queues have no namespace.</param>
    /// <param name="kryo">Which Kryo wrote opaque values.</param>
    public static TypeSerializer Restore(SerializerSnapshot? snapshot, KryoVersion kryo) =>
        snapshot is null ? NamespaceSerializers.Void : OpaqueSerializer.RestoreOrOpaque(snapshot, kryo);
}
