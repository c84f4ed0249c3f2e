using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers.Table;

/// <summary>The snapshot of rows without the types of their columns: only how many there are.</summary>
/// <param name="Version">3.</param>
/// <param name="Columns">Number of columns.</param>
public sealed record BinaryRowDataSerializerSnapshot(int Version, int Columns) : SerializerSnapshot(SnapshotClassName, Version)
{
    private const string SnapshotClassName = FlinkNames.TableTypes + "BinaryRowDataSerializer$BinaryRowDataSerializerSnapshot";
    private const int NewestVersion = 3;

    internal static SnapshotClass Class { get; } = new(SnapshotClassName, "BinaryRowData", ReadPayload);

    /// <inheritdoc/>
    public override void WritePayload(JavaDataWriter writer) => writer.WriteInt32(Columns);

    /// <inheritdoc/>
    public override TypeSerializer RestoreSerializer(KryoVersion kryo) => new RawBytesSerializer(this);

    /// <inheritdoc/>
    public override string Describe() => $"BinaryRowData({Columns} columns)";

    private static BinaryRowDataSerializerSnapshot ReadPayload(ref JavaDataReader reader, int version) =>
        version == NewestVersion
            ? new BinaryRowDataSerializerSnapshot(version, reader.ReadInt32())
            : throw SerializerSnapshots.UnknownVersion(ref reader, SnapshotClassName, version);
}
