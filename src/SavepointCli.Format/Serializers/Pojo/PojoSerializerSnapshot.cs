using System.Collections.Immutable;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers.Pojo;

/// <summary>The snapshot of a POJO: its fields in the order of the values, and the subclasses that values may be of.</summary>
/// <param name="Version">2.</param>
/// <param name="PojoClass">Java binary name of the class.</param>
/// <param name="Fields">The fields by name.</param>
/// <param name="RegisteredSubclasses">Subclasses that values name by their position here.</param>
/// <param name="NonRegisteredSubclasses">Subclasses that values name by class name, as far as any had been met.</param>
public sealed record PojoSerializerSnapshot(
    int Version,
    string PojoClass,
    ImmutableArray<OptionalMapEntry> Fields,
    ImmutableArray<OptionalMapEntry> RegisteredSubclasses,
    ImmutableArray<OptionalMapEntry> NonRegisteredSubclasses)
    : SerializerSnapshot(SnapshotClassName, Version)
{
    internal const string SnapshotClassName = FlinkNames.JavaRuntime + "PojoSerializerSnapshot";
    internal const int NewestVersion = 2;

    internal static SnapshotClass Class { get; } = new(SnapshotClassName, "POJO", ReadPayload);

    /// <inheritdoc/>
    public override void WritePayload(JavaDataWriter writer)
    {
        ModifiedUtf8.Write(writer, PojoClass);
        LinkedOptionalMap.Write(writer, Fields);
        LinkedOptionalMap.Write(writer, RegisteredSubclasses);
        LinkedOptionalMap.Write(writer, NonRegisteredSubclasses);
    }

    /// <inheritdoc/>
    public override TypeSerializer RestoreSerializer(KryoVersion kryo) => new PojoSerializer(this, kryo);

    /// <inheritdoc/>
    public override string Describe() =>
        $"POJO {PojoClass} {{ {string.Join(", ", Fields.Select(field => $"{field.Name}: {field.Snapshot?.Describe() ?? "?"}"))} }}";

    /// <summary>Same class, fields and subclasses.</summary>
    public bool Equals(PojoSerializerSnapshot? other) =>
        other is not null && base.Equals(other) && PojoClass == other.PojoClass && Fields.AsSpan().SequenceEqual(other.Fields.AsSpan())
        && RegisteredSubclasses.AsSpan().SequenceEqual(other.RegisteredSubclasses.AsSpan())
        && NonRegisteredSubclasses.AsSpan().SequenceEqual(other.NonRegisteredSubclasses.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(PojoClass, Fields.Length);

    private static PojoSerializerSnapshot ReadPayload(ref JavaDataReader reader, int version) =>
        version == NewestVersion
            ? new PojoSerializerSnapshot(
                version,
                ModifiedUtf8.Read(ref reader),
                LinkedOptionalMap.ReadSnapshots(ref reader),
                LinkedOptionalMap.ReadSnapshots(ref reader),
                LinkedOptionalMap.ReadSnapshots(ref reader))
            : throw SerializerSnapshots.UnknownVersion(ref reader, SnapshotClassName, version);
}
