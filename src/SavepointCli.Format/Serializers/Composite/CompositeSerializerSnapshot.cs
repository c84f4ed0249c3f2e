using System.Collections.Immutable;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers.Composite;

/// <summary>
/// The snapshot of a serializer that is made of others: a payload of its own, then the nested snapshots. Mirrors
/// <c>CompositeTypeSerializerSnapshot</c>.
/// </summary>
/// <param name="Kind">The class.</param>
/// <param name="Version">Version of the frame: 3; up to 2 (Flink 1.7) it was the version of the class itself.</param>
/// <param name="OuterVersion">Version of the class's own payload.</param>
/// <param name="OuterPayload">The class's own payload as it stands.</param>
/// <param name="Nested">The nested snapshots in the order of the class.</param>
public sealed record CompositeSerializerSnapshot(
    CompositeKind Kind, int Version, int OuterVersion, ReadOnlyMemory<byte> OuterPayload, ImmutableArray<SerializerSnapshot> Nested)
    : SerializerSnapshot(Kind.ClassName, Version)
{
    internal const int NewestVersion = 3;
    private const int Magic = 911108;

    /// <inheritdoc/>
    public override void WritePayload(JavaDataWriter writer)
    {
        if (Version == NewestVersion)
        {
            writer.WriteInt32(Magic);
            writer.WriteInt32(OuterVersion);
        }

        writer.WriteBytes(OuterPayload.Span);
        NestedSnapshots.Write(writer, Nested);
    }

    /// <inheritdoc/>
    public override TypeSerializer RestoreSerializer(KryoVersion kryo) => Kind.Restore(this, NestedSnapshots.Restore(Nested, kryo));

    /// <inheritdoc/>
    public override string Describe() => Kind.Describe(this);

    /// <summary>Same class, versions, payload and nested snapshots.</summary>
    public bool Equals(CompositeSerializerSnapshot? other) =>
        other is not null && base.Equals(other) && OuterVersion == other.OuterVersion
        && OuterPayload.Span.SequenceEqual(other.OuterPayload.Span) && Nested.AsSpan().SequenceEqual(other.Nested.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ClassName, Version, OuterVersion, Nested.Length);

    internal static CompositeSerializerSnapshot Read(ref JavaDataReader reader, CompositeKind kind, int version)
    {
        if (version is < 1 or > NewestVersion)
        {
            throw SerializerSnapshots.UnknownVersion(ref reader, kind.ClassName, version);
        }

        var outerVersion = version;
        if (version == NewestVersion)
        {
            NestedSnapshots.Require(ref reader, Magic, "magic number of a composite serializer snapshot");
            outerVersion = reader.ReadInt32();
        }

        if (outerVersion < 0 || outerVersion > kind.OuterVersion)
        {
            throw SerializerSnapshots.UnknownVersion(ref reader, kind.ClassName, outerVersion);
        }

        var start = reader.Position;
        kind.SkipOuterPayload(ref reader, outerVersion);
        var outerPayload = reader.Slice(start, reader.Position).ToArray();
        var nested = NestedSnapshots.Read(ref reader);
        return nested.Length == (kind.NestedCount ?? nested.Length)
            ? new CompositeSerializerSnapshot(kind, version, outerVersion, outerPayload, nested)
            : throw reader.Fault($"{kind.ClassName} with {nested.Length} nested serializers instead of {kind.NestedCount}");
    }
}
