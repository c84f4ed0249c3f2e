using SavepointCli.Format.Handles;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Metadata;

/// <summary>Tags 4 and 17: 17 adds the directories of file merging. A tag of 0 says that there is no handle.</summary>
internal static class OperatorStateHandleCodec
{
    private const byte NoHandle = 0;
    private const byte PlainTag = 4;
    private const byte FileMergingTag = 17;
    private const int SmallestState = sizeof(ushort) + sizeof(byte) + sizeof(int);

    public static OperatorStateHandle? Read(ref MetadataReader reader)
    {
        var tag = reader.Data.ReadByte();
        if (tag == NoHandle)
        {
            return null;
        }

        if (tag is not (PlainTag or FileMergingTag))
        {
            throw reader.Data.Fault($"unknown operator state handle tag {tag} (known: {PlainTag}, {FileMergingTag})");
        }

        var states = MetadataReader.ReadList(ref reader, "operator states", SmallestState, ReadState);
        var fileMerging = tag == FileMergingTag
            ? new FileMergingDirectories(reader.ReadText(), reader.ReadText(), reader.Data.ReadBoolean())
            : null;
        return new OperatorStateHandle(states, StreamHandleCodecs.Read(ref reader), fileMerging);
    }

    public static void Write(JavaDataWriter writer, OperatorStateHandle handle)
    {
        writer.WriteByte(handle.FileMerging is null ? PlainTag : FileMergingTag);
        writer.WriteList(handle.States, WriteState);
        if (handle.FileMerging is { } directories)
        {
            writer.WriteText(directories.TaskOwned);
            writer.WriteText(directories.Shared);
            writer.WriteBoolean(directories.IsEmpty);
        }

        StreamHandleCodecs.Write(writer, handle.Stream);
    }

    private static OperatorStateOffsets ReadState(ref MetadataReader reader)
    {
        var name = reader.ReadText();
        var mode = (OperatorStateMode)reader.Data.ReadByte();
        return Enum.IsDefined(mode)
            ? new OperatorStateOffsets(name, mode, reader.ReadCountedOffsets())
            : throw reader.Data.Fault($"unknown mode {(int)mode} of operator state '{name}'");
    }

    private static void WriteState(JavaDataWriter writer, OperatorStateOffsets state)
    {
        writer.WriteText(state.Name);
        writer.WriteByte((byte)state.Mode);
        writer.WriteCountedOffsets(state.Offsets);
    }
}
