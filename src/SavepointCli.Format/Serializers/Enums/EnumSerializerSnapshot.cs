using System.Collections.Immutable;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers.Enums;

/// <summary>The snapshot of an enum: its constants in the order of the numbers that values hold.</summary>
/// <param name="Version">3.</param>
/// <param name="EnumClass">Java binary name of the enum.</param>
/// <param name="Constants">Names of the constants; after an upgrade of the enum the old ones come first.</param>
public sealed record EnumSerializerSnapshot(int Version, string EnumClass, ImmutableArray<string> Constants)
    : SerializerSnapshot(SnapshotClassName, Version)
{
    internal const string SnapshotClassName = FlinkNames.Base + "EnumSerializer$EnumSerializerSnapshot";
    internal const int NewestVersion = 3;

    internal static SnapshotClass Class { get; } = new(SnapshotClassName, "Enum", ReadPayload);

    /// <inheritdoc/>
    public override void WritePayload(JavaDataWriter writer)
    {
        ModifiedUtf8.Write(writer, EnumClass);
        writer.WriteInt32(Constants.Length);
        foreach (var constant in Constants)
        {
            ModifiedUtf8.Write(writer, constant);
        }
    }

    /// <inheritdoc/>
    public override TypeSerializer RestoreSerializer(KryoVersion kryo) => new EnumSerializer(this);

    /// <inheritdoc/>
    public override string Describe() => $"Enum {EnumClass}";

    /// <summary>Same enum, same constants in the same order.</summary>
    public bool Equals(EnumSerializerSnapshot? other) =>
        other is not null && base.Equals(other) && EnumClass == other.EnumClass && Constants.AsSpan().SequenceEqual(other.Constants.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(EnumClass, Constants.Length);

    private static EnumSerializerSnapshot ReadPayload(ref JavaDataReader reader, int version)
    {
        if (version != NewestVersion)
        {
            throw SerializerSnapshots.UnknownVersion(ref reader, SnapshotClassName, version);
        }

        var enumClass = ModifiedUtf8.Read(ref reader);
        var count = reader.ReadCount("enum constants", sizeof(ushort));
        var constants = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < count; i++)
        {
            constants.Add(ModifiedUtf8.Read(ref reader));
        }

        return new EnumSerializerSnapshot(version, enumClass, constants.DrainToImmutable());
    }
}
