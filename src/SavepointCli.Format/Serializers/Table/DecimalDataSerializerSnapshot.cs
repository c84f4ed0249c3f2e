using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers.Table;

/// <summary>The snapshot of decimals of the Table runtime.</summary>
/// <param name="Version">3.</param>
/// <param name="Precision">Most digits.</param>
/// <param name="Scale">Digits behind the point.</param>
public sealed record DecimalDataSerializerSnapshot(int Version, int Precision, int Scale) : SerializerSnapshot(SnapshotClassName, Version)
{
    private const string SnapshotClassName = FlinkNames.TableTypes + "DecimalDataSerializer$DecimalSerializerSnapshot";
    private const int NewestVersion = 3;

    internal static SnapshotClass Class { get; } = new(SnapshotClassName, "DecimalData", ReadPayload);

    /// <inheritdoc/>
    public override void WritePayload(JavaDataWriter writer)
    {
        writer.WriteInt32(Precision);
        writer.WriteInt32(Scale);
    }

    /// <inheritdoc/>
    public override TypeSerializer RestoreSerializer(KryoVersion kryo) => new DecimalDataSerializer(this);

    /// <inheritdoc/>
    public override string Describe() => $"DecimalData({Precision}, {Scale})";

    private static DecimalDataSerializerSnapshot ReadPayload(ref JavaDataReader reader, int version) =>
        version == NewestVersion
            ? new DecimalDataSerializerSnapshot(version, reader.ReadInt32(), reader.ReadInt32())
            : throw SerializerSnapshots.UnknownVersion(ref reader, SnapshotClassName, version);
}
