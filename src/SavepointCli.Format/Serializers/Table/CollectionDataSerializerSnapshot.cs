using System.Collections.Immutable;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers.Table;

/// <summary>
/// The snapshot of arrays and maps of the Table runtime: types, then Java's own form of the serializers, of which only the end is
/// looked for.
/// </summary>
/// <param name="ClassName">The array's or the map's class.</param>
/// <param name="Version">3.</param>
/// <param name="Types">One type, or those of key and value.</param>
/// <param name="Serializers">The serialised serializers as they stand.</param>
public sealed record CollectionDataSerializerSnapshot(
    string ClassName, int Version, ImmutableArray<StoredLogicalType> Types, ReadOnlyMemory<byte> Serializers)
    : SerializerSnapshot(ClassName, Version)
{
    private const string ArrayClassName = FlinkNames.TableTypes + "ArrayDataSerializer$ArrayDataSerializerSnapshot";
    private const string MapClassName = FlinkNames.TableTypes + "MapDataSerializer$MapDataSerializerSnapshot";
    private const int NewestVersion = 3;

    internal static SnapshotClass ArrayClass { get; } =
        new(
            ArrayClassName,
            "ArrayData",
            static (ref JavaDataReader reader, int version) => ReadPayload(ref reader, version, ArrayClassName, types: 1));

    internal static SnapshotClass MapClass { get; } =
        new(
            MapClassName,
            "MapData",
            static (ref JavaDataReader reader, int version) => ReadPayload(ref reader, version, MapClassName, types: 2));

    /// <inheritdoc/>
    public override void WritePayload(JavaDataWriter writer)
    {
        foreach (var type in Types)
        {
            writer.WriteBytes(type.Stream.Span);
        }

        writer.WriteBytes(Serializers.Span);
    }

    /// <inheritdoc/>
    public override TypeSerializer RestoreSerializer(KryoVersion kryo) => new CollectionDataSerializer(this);

    /// <inheritdoc/>
    public override string Describe() =>
        $"{(Types.Length == 1 ? "ArrayData" : "MapData")}<{string.Join(", ", Types.Select(type => type.Type))}>";

    /// <summary>Same class, types and serializers.</summary>
    public bool Equals(CollectionDataSerializerSnapshot? other) =>
        other is not null && base.Equals(other) && Types.AsSpan().SequenceEqual(other.Types.AsSpan())
        && Serializers.Span.SequenceEqual(other.Serializers.Span);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ClassName, Types.Length);

    private static CollectionDataSerializerSnapshot ReadPayload(ref JavaDataReader reader, int version, string className, int types)
    {
        if (version != NewestVersion)
        {
            throw SerializerSnapshots.UnknownVersion(ref reader, className, version);
        }

        var stored = ImmutableArray.CreateBuilder<StoredLogicalType>(types);
        for (var i = 0; i < types; i++)
        {
            stored.Add(LogicalTypes.Read(ref reader));
        }

        var start = reader.Position;
        for (var i = 0; i < types; i++)
        {
            _ = JavaObjectStream.Read(ref reader);
        }

        return new CollectionDataSerializerSnapshot(
            className, version, stored.MoveToImmutable(), reader.Slice(start, reader.Position).ToArray());
    }
}
