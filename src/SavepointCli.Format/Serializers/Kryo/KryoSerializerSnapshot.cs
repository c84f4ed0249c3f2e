using System.Collections.Immutable;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers.Kryo;

/// <summary>The snapshot of a type that Flink leaves to Kryo: the class, and what Kryo was told about classes and serializers.</summary>
/// <param name="Version">2.</param>
/// <param name="TypeClass">Java binary name of the type.</param>
/// <param name="Registrations">Registered classes; their numbers follow from their order.</param>
/// <param name="DefaultSerializers">Classes with the instance of a serializer.</param>
/// <param name="DefaultSerializerClasses">Classes with the class of a serializer.</param>
public sealed record KryoSerializerSnapshot(
    int Version,
    string TypeClass,
    ImmutableArray<OptionalMapEntry> Registrations,
    ImmutableArray<OptionalMapEntry> DefaultSerializers,
    ImmutableArray<OptionalMapEntry> DefaultSerializerClasses)
    : SerializerSnapshot(SnapshotClassName, Version)
{
    private const string SnapshotClassName = FlinkNames.JavaRuntime + "kryo.KryoSerializerSnapshot";
    private const int NewestVersion = 2;

    internal static SnapshotClass Class { get; } = new(SnapshotClassName, "Kryo", ReadPayload);

    /// <inheritdoc/>
    public override void WritePayload(JavaDataWriter writer)
    {
        ModifiedUtf8.Write(writer, TypeClass);
        LinkedOptionalMap.Write(writer, Registrations);
        LinkedOptionalMap.Write(writer, DefaultSerializers);
        LinkedOptionalMap.Write(writer, DefaultSerializerClasses);
    }

    /// <inheritdoc/>
    public override TypeSerializer RestoreSerializer(KryoVersion kryo) => new KryoSerializer(this, kryo);

    /// <inheritdoc/>
    public override string Describe() => $"Kryo<{TypeClass}>";

    /// <summary>Same type, same registrations in the same order.</summary>
    public bool Equals(KryoSerializerSnapshot? other) =>
        other is not null && base.Equals(other) && TypeClass == other.TypeClass
        && Registrations.AsSpan().SequenceEqual(other.Registrations.AsSpan())
        && DefaultSerializers.AsSpan().SequenceEqual(other.DefaultSerializers.AsSpan())
        && DefaultSerializerClasses.AsSpan().SequenceEqual(other.DefaultSerializerClasses.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(TypeClass, Registrations.Length);

    private static KryoSerializerSnapshot ReadPayload(ref JavaDataReader reader, int version) =>
        version == NewestVersion
            ? new KryoSerializerSnapshot(
                version,
                ModifiedUtf8.Read(ref reader),
                LinkedOptionalMap.Read(ref reader),
                LinkedOptionalMap.Read(ref reader),
                LinkedOptionalMap.Read(ref reader))
            : throw SerializerSnapshots.UnknownVersion(ref reader, SnapshotClassName, version);
}
