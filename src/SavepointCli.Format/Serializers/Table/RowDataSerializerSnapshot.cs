using System.Collections.Immutable;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers.Table;

/// <summary>The snapshot of rows of the Table runtime: the types of the columns, then the serializers of the columns.</summary>
/// <param name="Version">3.</param>
/// <param name="Types">The types, which alone decide how rows are read.</param>
/// <param name="Nested">The serializers of the columns outside of binary rows.</param>
public sealed record RowDataSerializerSnapshot(
    int Version, ImmutableArray<StoredLogicalType> Types, ImmutableArray<SerializerSnapshot> Nested)
    : SerializerSnapshot(SnapshotClassName, Version)
{
    private const string SnapshotClassName = FlinkNames.TableTypes + "RowDataSerializer$RowDataSerializerSnapshot";
    private const int NewestVersion = 3;
    private const int SmallestStream = 5;

    internal static SnapshotClass Class { get; } = new(SnapshotClassName, "RowData", ReadPayload);

    /// <inheritdoc/>
    public override void WritePayload(JavaDataWriter writer)
    {
        writer.WriteInt32(Types.Length);
        foreach (var type in Types)
        {
            writer.WriteBytes(type.Stream.Span);
        }

        NestedSnapshots.Write(writer, Nested);
    }

    /// <inheritdoc/>
    public override TypeSerializer RestoreSerializer(KryoVersion kryo) => new RowDataSerializer(this);

    /// <inheritdoc/>
    public override string Describe() => $"RowData<{string.Join(", ", Types.Select(type => type.Type))}>";

    /// <summary>Same types, same serializers.</summary>
    public bool Equals(RowDataSerializerSnapshot? other) =>
        other is not null && base.Equals(other) && Types.AsSpan().SequenceEqual(other.Types.AsSpan())
        && Nested.AsSpan().SequenceEqual(other.Nested.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Version, Types.Length);

    private static RowDataSerializerSnapshot ReadPayload(ref JavaDataReader reader, int version)
    {
        if (version != NewestVersion)
        {
            throw SerializerSnapshots.UnknownVersion(ref reader, SnapshotClassName, version);
        }

        var count = reader.ReadCount("columns", SmallestStream);
        var types = ImmutableArray.CreateBuilder<StoredLogicalType>();
        for (var i = 0; i < count; i++)
        {
            types.Add(LogicalTypes.Read(ref reader));
        }

        return new RowDataSerializerSnapshot(version, types.DrainToImmutable(), NestedSnapshots.Read(ref reader));
    }
}
