using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers.Avro;

/// <summary>The snapshot of Avro values: their schema in JSON, and the class they had in the job.</summary>
/// <param name="Version">1 to 3.</param>
/// <param name="RuntimeClass">The class; null in version 1.</param>
/// <param name="Schema">The schema that the values were written with.</param>
public sealed record AvroSerializerSnapshot(int Version, string? RuntimeClass, string Schema) : SerializerSnapshot(SnapshotClassName, Version)
{
    private const string SnapshotClassName = "org.apache.flink.formats.avro.typeutils.AvroSerializerSnapshot";
    private const int VersionWithoutClass = 1;
    private const int VersionWithShortSchema = 2;
    private const int NewestVersion = 3;

    internal static SnapshotClass Class { get; } = new(SnapshotClassName, "Avro", ReadPayload);

    /// <inheritdoc/>
    public override void WritePayload(JavaDataWriter writer)
    {
        if (Version == NewestVersion)
        {
            VariableString.Write(writer, RuntimeClass);
            VariableString.Write(writer, Schema);
            return;
        }

        if (Version > VersionWithoutClass)
        {
            ModifiedUtf8.Write(writer, RuntimeClass!);
        }

        ModifiedUtf8.Write(writer, Schema);
    }

    /// <inheritdoc/>
    public override TypeSerializer RestoreSerializer(KryoVersion kryo) => new AvroSerializer(this, AvroSchema.Parse(Schema));

    /// <inheritdoc/>
    public override string Describe() => $"Avro {AvroSchema.Parse(Schema).DescribeWithFields()}";

    private static AvroSerializerSnapshot ReadPayload(ref JavaDataReader reader, int version) => version switch
    {
        VersionWithoutClass => new AvroSerializerSnapshot(version, null, ModifiedUtf8.Read(ref reader)),
        VersionWithShortSchema => new AvroSerializerSnapshot(version, ModifiedUtf8.Read(ref reader), ModifiedUtf8.Read(ref reader)),
        NewestVersion => new AvroSerializerSnapshot(version, VariableString.ReadNotNull(ref reader), VariableString.ReadNotNull(ref reader)),
        _ => throw SerializerSnapshots.UnknownVersion(ref reader, SnapshotClassName, version),
    };
}
