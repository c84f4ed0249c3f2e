using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers;

/// <summary>
/// The snapshot of a serializer that has nothing to configure: its class says everything. Mirrors <c>SimpleTypeSerializerSnapshot</c>;
/// version 2 (Flink 1.7) also named the serializer class.
/// </summary>
/// <param name="ClassName">Java binary name of the snapshot class.</param>
/// <param name="Version">2 or 3.</param>
/// <param name="TypeName">The type, e.g. <c>Long</c>.</param>
/// <param name="Serializer">The only serializer of the class.</param>
/// <param name="SerializerClass">The serializer class that version 2 names, null since.</param>
public sealed record SimpleSerializerSnapshot(
    string ClassName, int Version, string TypeName, TypeSerializer Serializer, string? SerializerClass = null)
    : SerializerSnapshot(ClassName, Version)
{
    internal const int NewestVersion = 3;
    private const int VersionWithSerializerClass = 2;

    /// <inheritdoc/>
    public override void WritePayload(JavaDataWriter writer)
    {
        if (SerializerClass is not null)
        {
            ModifiedUtf8.Write(writer, SerializerClass);
        }
    }

    /// <inheritdoc/>
    public override TypeSerializer RestoreSerializer(KryoVersion kryo) => Serializer;

    /// <inheritdoc/>
    public override string Describe() => TypeName;

    internal static SnapshotClass ClassOf(TypeSerializer serializer)
    {
        var newest = (SimpleSerializerSnapshot)serializer.Snapshot;
        return new SnapshotClass(newest.ClassName, newest.TypeName, ReadPayload);

        SerializerSnapshot ReadPayload(ref JavaDataReader reader, int version) => version switch
        {
            NewestVersion => newest,
            VersionWithSerializerClass => newest with { Version = version, SerializerClass = ModifiedUtf8.Read(ref reader) },
            _ => throw SerializerSnapshots.UnknownVersion(ref reader, newest.ClassName, version),
        };
    }
}
