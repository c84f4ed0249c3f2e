using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers.Table;

/// <summary>The snapshot of timestamps of the Table runtime.</summary>
/// <param name="Version">1.</param>
/// <param name="Precision">Fractional digits of the seconds.</param>
public sealed record TimestampDataSerializerSnapshot(int Version, int Precision) : SerializerSnapshot(SnapshotClassName, Version)
{
    private const string SnapshotClassName = FlinkNames.TableTypes + "TimestampDataSerializer$TimestampDataSerializerSnapshot";
    private const int NewestVersion = 1;

    internal static SnapshotClass Class { get; } = new(SnapshotClassName, "TimestampData", ReadPayload);

    /// <inheritdoc/>
    public override void WritePayload(JavaDataWriter writer) => writer.WriteInt32(Precision);

    /// <inheritdoc/>
    public override TypeSerializer RestoreSerializer(KryoVersion kryo) => new TimestampDataSerializer(this);

    /// <inheritdoc/>
    public override string Describe() => $"TimestampData({Precision})";

    private static TimestampDataSerializerSnapshot ReadPayload(ref JavaDataReader reader, int version) =>
        version == NewestVersion
            ? new TimestampDataSerializerSnapshot(version, reader.ReadInt32())
            : throw SerializerSnapshots.UnknownVersion(ref reader, SnapshotClassName, version);
}
