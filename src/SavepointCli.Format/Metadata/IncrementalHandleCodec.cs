using SavepointCli.Format.Handles;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Metadata;

/// <summary>Tags 5 and 11: 11 adds the checkpointed size and an id.</summary>
internal static class IncrementalHandleCodec
{
    private const long UnknownSize = -1;
    private const int SmallestFile = sizeof(ushort) + StreamHandleCodecs.SmallestSize;

    public static IncrementalKeyedStateHandle ReadV1(ref MetadataReader reader) => Read(ref reader, hasId: false);

    public static IncrementalKeyedStateHandle ReadV2(ref MetadataReader reader) => Read(ref reader, hasId: true);

    private static IncrementalKeyedStateHandle Read(ref MetadataReader reader, bool hasId)
    {
        var checkpointId = reader.Data.ReadInt64();
        var backendId = reader.ReadText();
        var keyGroups = reader.ReadKeyGroupRange();
        var checkpointedSize = hasId ? reader.Data.ReadInt64() : UnknownSize;
        var metaHandle = StreamHandleCodecs.Read(ref reader);
        var shared = MetadataReader.ReadList(ref reader, "shared files", SmallestFile, ReadFile);
        var exclusive = MetadataReader.ReadList(ref reader, "private files", SmallestFile, ReadFile);
        return new IncrementalKeyedStateHandle(
            keyGroups, checkpointId, backendId, checkpointedSize, metaHandle, shared, exclusive, hasId ? reader.ReadText() : null);
    }

    public static void Write(JavaDataWriter writer, IncrementalKeyedStateHandle handle)
    {
        writer.WriteInt64(handle.CheckpointId);
        writer.WriteText(handle.BackendId);
        writer.WriteKeyGroupRange(handle.KeyGroups);
        if (handle.StateHandleId is not null)
        {
            writer.WriteInt64(handle.CheckpointedSize);
        }

        StreamHandleCodecs.Write(writer, handle.MetaHandle);
        writer.WriteList(handle.SharedFiles, WriteFile);
        writer.WriteList(handle.PrivateFiles, WriteFile);
        if (handle.StateHandleId is not null)
        {
            writer.WriteText(handle.StateHandleId);
        }
    }

    private static IncrementalFile ReadFile(ref MetadataReader reader) => new(reader.ReadText(), StreamHandleCodecs.Read(ref reader));

    private static void WriteFile(JavaDataWriter writer, IncrementalFile file)
    {
        writer.WriteText(file.LocalPath);
        StreamHandleCodecs.Write(writer, file.Stream);
    }
}
