using SavepointCli.Format.Handles;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Metadata;

/// <summary>
/// Tags 8, 9, 10, 13 and 14 in the layout of 1.15 and later. Flink 1.14 used 8, 9 and 10 for another layout that no other release
/// reads and that nothing in the file tells apart.
/// </summary>
internal static class ChangelogHandleCodecs
{
    private const int SmallestChange = sizeof(int) + sizeof(int);
    private const int SmallestStream = sizeof(long) + StreamHandleCodecs.SmallestSize;
    private const int SmallestKeyedHandle = 1;

    public static ChangelogKeyedStateHandle ReadV1(ref MetadataReader reader) => Read(ref reader, hasCheckpointId: false);

    public static ChangelogKeyedStateHandle ReadV2(ref MetadataReader reader) => Read(ref reader, hasCheckpointId: true);

    private static ChangelogKeyedStateHandle Read(ref MetadataReader reader, bool hasCheckpointId)
    {
        var keyGroups = reader.ReadKeyGroupRange();
        var checkpointedSize = reader.Data.ReadInt64();
        var materialized = MetadataReader.ReadList(ref reader, "materialized handles", SmallestKeyedHandle, KeyedStateHandleCodecs.ReadRequired);
        var changes = MetadataReader.ReadList(ref reader, "non-materialized handles", SmallestKeyedHandle, KeyedStateHandleCodecs.ReadRequired);
        var materializationId = reader.Data.ReadInt64();
        var checkpointId = hasCheckpointId ? reader.Data.ReadInt64() : (long?)null;
        return new ChangelogKeyedStateHandle(
            keyGroups, checkpointedSize, materialized, changes, materializationId, checkpointId, reader.ReadText());
    }

    public static void Write(JavaDataWriter writer, ChangelogKeyedStateHandle handle)
    {
        writer.WriteKeyGroupRange(handle.KeyGroups);
        writer.WriteInt64(handle.CheckpointedSize);
        writer.WriteList(handle.Materialized, KeyedStateHandleCodecs.Write);
        writer.WriteList(handle.NonMaterialized, KeyedStateHandleCodecs.Write);
        writer.WriteInt64(handle.MaterializationId);
        if (handle.CheckpointId is { } checkpointId)
        {
            writer.WriteInt64(checkpointId);
        }

        writer.WriteText(handle.StateHandleId);
    }

    public static InMemoryChangelogHandle ReadInMemory(ref MetadataReader reader)
    {
        var keyGroups = reader.ReadKeyGroupRange();
        var from = reader.Data.ReadInt64();
        var to = reader.Data.ReadInt64();
        var changes = MetadataReader.ReadList(ref reader, "changes", SmallestChange, ReadChange);
        return new InMemoryChangelogHandle(keyGroups, from, to, changes, reader.ReadText());
    }

    public static void WriteInMemory(JavaDataWriter writer, InMemoryChangelogHandle handle)
    {
        writer.WriteKeyGroupRange(handle.KeyGroups);
        writer.WriteInt64(handle.From);
        writer.WriteInt64(handle.To);
        writer.WriteList(handle.Changes, WriteChange);
        writer.WriteText(handle.StateHandleId);
    }

    public static ChangelogFilesHandle ReadFilesV1(ref MetadataReader reader) => ReadFiles(ref reader, hasStorage: false);

    public static ChangelogFilesHandle ReadFilesV2(ref MetadataReader reader) => ReadFiles(ref reader, hasStorage: true);

    private static ChangelogFilesHandle ReadFiles(ref MetadataReader reader, bool hasStorage)
    {
        var keyGroups = reader.ReadKeyGroupRange();
        var streams = MetadataReader.ReadList(ref reader, "changelog streams", SmallestStream, ReadStream);
        var size = reader.Data.ReadInt64();
        var checkpointedSize = reader.Data.ReadInt64();
        var id = reader.ReadText();
        return new ChangelogFilesHandle(keyGroups, streams, size, checkpointedSize, id, hasStorage ? reader.ReadText() : null);
    }

    public static void WriteFiles(JavaDataWriter writer, ChangelogFilesHandle handle)
    {
        writer.WriteKeyGroupRange(handle.KeyGroups);
        writer.WriteList(handle.Streams, WriteStream);
        writer.WriteInt64(handle.StateSize);
        writer.WriteInt64(handle.CheckpointedSize);
        writer.WriteText(handle.StateHandleId);
        if (handle.StorageIdentifier is not null)
        {
            writer.WriteText(handle.StorageIdentifier);
        }
    }

    private static StateChange ReadChange(ref MetadataReader reader) =>
        new(reader.Data.ReadInt32(), reader.ReadCountedBytes("bytes of a change"));

    private static void WriteChange(JavaDataWriter writer, StateChange change)
    {
        writer.WriteInt32(change.KeyGroup);
        writer.WriteCountedBytes(change.Change);
    }

    private static ChangelogStream ReadStream(ref MetadataReader reader) => new(reader.Data.ReadInt64(), StreamHandleCodecs.Read(ref reader));

    private static void WriteStream(JavaDataWriter writer, ChangelogStream stream)
    {
        writer.WriteInt64(stream.Offset);
        StreamHandleCodecs.Write(writer, stream.Stream);
    }
}
