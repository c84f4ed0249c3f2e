using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers;

/// <summary>
/// What Flink 2.0 and later wrap around serializers to change between state with and without time to live. Not meant to be stored.
/// </summary>
/// <param name="Version">1.</param>
/// <param name="IsTtl">Whether the serializer inside writes times of access.</param>
/// <param name="Inner">The serializer inside.</param>
public sealed record TtlAwareSerializerSnapshot(int Version, bool IsTtl, SerializerSnapshot Inner) : SerializerSnapshot(SnapshotClassName, Version)
{
    private const string SnapshotClassName = FlinkNames.State + "ttl.TtlAwareSerializerSnapshot";

    internal static SnapshotClass Class { get; } = new(SnapshotClassName, "TtlAware", ReadPayload);

    /// <inheritdoc/>
    public override void WritePayload(JavaDataWriter writer)
    {
        writer.WriteBoolean(IsTtl);
        SerializerSnapshots.Write(writer, Inner);
    }

    /// <inheritdoc/>
    public override TypeSerializer RestoreSerializer(KryoVersion kryo) => new RenamedSerializer(Inner.RestoreSerializer(kryo), this);

    /// <inheritdoc/>
    public override string Describe() => Inner.Describe();

    private static TtlAwareSerializerSnapshot ReadPayload(ref JavaDataReader reader, int version) =>
        version == 1
            ? new TtlAwareSerializerSnapshot(version, reader.ReadBoolean(), SerializerSnapshots.Read(ref reader))
            : throw SerializerSnapshots.UnknownVersion(ref reader, SnapshotClassName, version);
}
