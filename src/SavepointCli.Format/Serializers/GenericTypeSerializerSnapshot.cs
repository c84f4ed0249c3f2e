using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers;

/// <summary>The snapshot of values that write themselves (<c>Value</c>, <c>CopyableValue</c>): only their class is stored.</summary>
/// <param name="ClassName">Which of the two.</param>
/// <param name="Version">2.</param>
/// <param name="TypeClass">Java binary name of the type.</param>
public sealed record GenericTypeSerializerSnapshot(string ClassName, int Version, string TypeClass) : SerializerSnapshot(ClassName, Version)
{
    private const int NewestVersion = 2;

    internal static IEnumerable<SnapshotClass> Classes { get; } = [ClassOf("Value"), ClassOf("CopyableValue")];

    /// <inheritdoc/>
    public override void WritePayload(JavaDataWriter writer) => ModifiedUtf8.Write(writer, TypeClass);

    /// <inheritdoc/>
    public override TypeSerializer RestoreSerializer(KryoVersion kryo) => new OpaqueSerializer(TypeClass, this);

    /// <inheritdoc/>
    public override string Describe() => $"Value<{TypeClass}>";

    private static SnapshotClass ClassOf(string name)
    {
        var className = FlinkNames.Nested(FlinkNames.JavaRuntime, name);
        return new SnapshotClass(className, name, ReadPayload);

        SerializerSnapshot ReadPayload(ref JavaDataReader reader, int version) =>
            version == NewestVersion
                ? new GenericTypeSerializerSnapshot(className, version, ModifiedUtf8.Read(ref reader))
                : throw SerializerSnapshots.UnknownVersion(ref reader, className, version);
    }
}
