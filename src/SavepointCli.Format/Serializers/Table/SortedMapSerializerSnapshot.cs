using System.Collections.Immutable;
using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers.Composite;

namespace SavepointCli.Format.Serializers.Table;

/// <summary>The snapshot of sorted maps of the Table runtime: Java's own form of the comparator, then key and value.</summary>
/// <param name="Version">3.</param>
/// <param name="Comparator">The serialised comparator as it stands.</param>
/// <param name="Nested">Key and value.</param>
public sealed record SortedMapSerializerSnapshot(int Version, ReadOnlyMemory<byte> Comparator, ImmutableArray<SerializerSnapshot> Nested)
    : SerializerSnapshot(SnapshotClassName, Version)
{
    private const string SnapshotClassName = FlinkNames.TableTypes + "SortedMapSerializerSnapshot";
    private const int NewestVersion = 3;
    private const int KeyAndValue = 2;

    internal static SnapshotClass Class { get; } = new(SnapshotClassName, "SortedMap", ReadPayload);

    /// <inheritdoc/>
    public override void WritePayload(JavaDataWriter writer)
    {
        writer.WriteBytes(Comparator.Span);
        NestedSnapshots.Write(writer, Nested);
    }

    /// <inheritdoc/>
    public override TypeSerializer RestoreSerializer(KryoVersion kryo) =>
        new MapSerializer(Nested[0].RestoreSerializer(kryo), Nested[1].RestoreSerializer(kryo), this);

    /// <inheritdoc/>
    public override string Describe() => $"SortedMap<{NestedSnapshots.Describe(Nested)}>";

    /// <summary>Same comparator, key and value.</summary>
    public bool Equals(SortedMapSerializerSnapshot? other) =>
        other is not null && base.Equals(other) && Comparator.Span.SequenceEqual(other.Comparator.Span)
        && Nested.AsSpan().SequenceEqual(other.Nested.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Version, Comparator.Length);

    private static SortedMapSerializerSnapshot ReadPayload(ref JavaDataReader reader, int version)
    {
        if (version != NewestVersion)
        {
            throw SerializerSnapshots.UnknownVersion(ref reader, SnapshotClassName, version);
        }

        var comparator = JavaObjectStream.ReadWithBytes(ref reader, out _);
        var nested = NestedSnapshots.Read(ref reader);
        return nested.Length == KeyAndValue
            ? new SortedMapSerializerSnapshot(version, comparator, nested)
            : throw reader.Fault($"sorted map with {nested.Length} nested serializers");
    }
}
