using System.Collections.Immutable;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Metadata;

/// <summary>
/// Reads and writes <c>_metadata</c> files of versions 2 to 7; what was read is written back byte for byte. Mirrors
/// <c>MetadataV2V3SerializerBase</c> and its heirs. See <c>docs/format/metadata.md</c>.
/// </summary>
public static class SnapshotMetadataCodec
{
    /// <summary>The first four bytes of every metadata file.</summary>
    public const int Magic = 0x4960672D;

    private const int MasterStateMagic = unchecked((int)0xC96B1696);
    private const int VersionOfFlink12 = 1;
    private const int SmallestMasterState = sizeof(int) + sizeof(int);

    /// <summary>Reads a whole file. Inline state is not copied: it refers to <paramref name="source"/>.</summary>
    /// <param name="source">The bytes of the file.</param>
    /// <param name="path">The file, for messages.</param>
    /// <exception cref="SavepointFormatException">The bytes are cut off or impossible, or the version is not known.</exception>
    public static SnapshotMetadata Read(ReadOnlyMemory<byte> source, string path)
    {
        var reader = new MetadataReader(source, new DataOrigin(path));
        CheckMagic(ref reader);
        var layout = ReadLayout(ref reader);
        var checkpointId = reader.Data.ReadInt64();
        if (checkpointId < 0)
        {
            throw reader.Data.Fault($"impossible checkpoint id: {checkpointId}");
        }

        var masterStates = MetadataReader.ReadList(ref reader, "master states", SmallestMasterState, ReadMasterState);
        var operators = MetadataReader.ReadList(
            ref reader,
            "operators",
            OperatorStateCodec.SmallestSize,
            (ref MetadataReader inner) => OperatorStateCodec.Read(ref inner, layout));
        CheckUnique(ref reader, operators);
        if (layout.HasCheckpointProperties)
        {
            // Read for its end alone: a file that was cut off within the properties must not pass for a whole one.
            _ = CheckpointPropertiesTail.Read(reader.Data);
        }

        return new SnapshotMetadata(layout.Version, checkpointId, masterStates, operators, reader.ReadRest());
    }

    /// <summary>
    /// Writes a whole file in the version that the metadata say. Names and uids are left out where the version has none; an empty
    /// properties tail becomes <see cref="CheckpointPropertiesTail.Null"/> where the version needs one.
    /// </summary>
    /// <exception cref="SavepointException">The version cannot hold what the metadata say.</exception>
    public static void Write(JavaDataWriter writer, SnapshotMetadata metadata)
    {
        var layout = MetadataLayout.Of(metadata.Version);
        writer.WriteInt32(Magic);
        writer.WriteInt32(layout.Version);
        writer.WriteInt64(metadata.CheckpointId);
        writer.WriteList(metadata.MasterStates, WriteMasterState);
        writer.WriteInt32(metadata.Operators.Length);
        foreach (var state in metadata.Operators)
        {
            OperatorStateCodec.Write(writer, state, layout);
        }

        var needsTail = layout.HasCheckpointProperties && metadata.PropertiesTail.IsEmpty;
        writer.WriteBytes(needsTail ? CheckpointPropertiesTail.Null.Span : metadata.PropertiesTail.Span);
    }

    /// <summary>The bytes of a whole file.</summary>
    /// <exception cref="SavepointException">The version cannot hold what the metadata say.</exception>
    public static byte[] ToBytes(SnapshotMetadata metadata)
    {
        var writer = new JavaDataWriter();
        Write(writer, metadata);
        return writer.ToArray();
    }

    private static void CheckMagic(ref MetadataReader reader)
    {
        var magic = reader.Data.ReadInt32();
        if (magic != Magic)
        {
            throw new SavepointFormatException(
                $"no Flink snapshot: the file starts with {magic:x8} instead of {Magic:x8}",
                reader.Data.Origin.Path,
                offset: 0,
                hint: "either it is no metadata file, or it was written by a Flink older than 1.2, or it is damaged");
        }
    }

    private static MetadataLayout ReadLayout(ref MetadataReader reader)
    {
        var at = reader.Data.Offset;
        var version = reader.Data.ReadInt32();
        if (MetadataLayout.Known.TryGetValue(version, out var layout))
        {
            return layout;
        }

        throw new SavepointFormatException(
            $"metadata version {version} is not known; known are {MetadataLayout.Known.Keys.Min()} to {MetadataLayout.Known.Keys.Max()}",
            reader.Data.Origin.Path,
            at,
            ExitCode.Unsupported,
            version == VersionOfFlink12
                ? "it was written by Flink 1.2 or older: restore it with Flink 1.3 to 1.10 and take a new savepoint"
                : "a newer savepointctl may know the Flink release that wrote it; if none wrote it, the file is damaged");
    }

    private static void CheckUnique(ref MetadataReader reader, ImmutableArray<OperatorState> operators)
    {
        var seen = new HashSet<OperatorId>(operators.Length);
        foreach (var state in operators)
        {
            if (!seen.Add(state.Id))
            {
                throw reader.Data.Fault($"operator {state.Id} stands twice");
            }
        }
    }

    private static MasterState ReadMasterState(ref MetadataReader reader)
    {
        var magic = reader.Data.ReadInt32();
        if (magic != MasterStateMagic)
        {
            throw reader.Data.Fault($"master state starts with {magic:x8} instead of {MasterStateMagic:x8}");
        }

        var length = reader.Data.ReadCount("bytes of a master state");
        var end = reader.Data.Position + length;
        var state = new MasterState(reader.Data.ReadInt32(), reader.ReadText(), reader.ReadCountedBytes("bytes of a master hook"));
        return reader.Data.Position == end
            ? state
            : throw reader.Data.Fault($"master state '{state.Name}' does not take the {length} bytes that it says");
    }

    private static void WriteMasterState(JavaDataWriter writer, MasterState state)
    {
        writer.WriteInt32(MasterStateMagic);
        writer.WriteInt32(sizeof(int) + sizeof(ushort) + ModifiedUtf8.EncodedLength(state.Name) + sizeof(int) + state.Payload.Length);
        writer.WriteInt32(state.Version);
        writer.WriteText(state.Name);
        writer.WriteCountedBytes(state.Payload);
    }
}
