using SavepointCli.Format.Handles;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Metadata;

/// <summary>Every way in which a run of bytes is referred to. See <c>docs/format/metadata.md</c>.</summary>
internal static class StreamHandleCodecs
{
    /// <summary>Fewest bytes of a handle: the tag that says there is none.</summary>
    public const int SmallestSize = 1;

    public static readonly HandleCodecTable<StreamHandle> Table = new(
        "stream handle",
        handle => handle.Tag,
        HandleCodec<StreamHandle>.Of(1, "ByteStreamStateHandle", ReadInline, WriteInline),
        HandleCodec<StreamHandle>.Of(2, "FileStateHandle", ReadFile, WriteFile),
        HandleCodec<StreamHandle>.Of(3, "KeyGroupsStateHandle as a stream", ReadKeyGroups, WriteKeyGroups),
        HandleCodec<StreamHandle>.Of(6, "RelativeFileStateHandle", ReadRelativeFile, WriteRelativeFile),
        HandleCodec<StreamHandle>.Of(15, "SegmentFileStateHandle", ReadSegment, WriteSegment),
        HandleCodec<StreamHandle>.Of(16, "EmptySegmentFileStateHandle", ReadEmptySegment, WriteEmptySegment));

    private const int LargestScope = 1;

    public static StreamHandle? Read(ref MetadataReader reader) => Table.Read(ref reader);

    public static void Write(JavaDataWriter writer, StreamHandle? handle) => Table.Write(writer, handle);

    private static InlineStreamHandle ReadInline(ref MetadataReader reader) =>
        new(reader.ReadText(), reader.ReadCountedBytes("bytes of an inline stream"));

    private static void WriteInline(JavaDataWriter writer, InlineStreamHandle handle)
    {
        writer.WriteText(handle.Name);
        writer.WriteCountedBytes(handle.Data);
    }

    // Trap: size before path here, path before size in a relative file.
    private static FileStreamHandle ReadFile(ref MetadataReader reader)
    {
        var size = ReadSize(ref reader);
        return new FileStreamHandle(reader.ReadText(), size);
    }

    private static void WriteFile(JavaDataWriter writer, FileStreamHandle handle)
    {
        writer.WriteInt64(handle.StateSize);
        writer.WriteText(handle.Path);
    }

    private static RelativeFileStreamHandle ReadRelativeFile(ref MetadataReader reader) => new(reader.ReadText(), ReadSize(ref reader));

    private static void WriteRelativeFile(JavaDataWriter writer, RelativeFileStreamHandle handle)
    {
        writer.WriteText(handle.RelativePath);
        writer.WriteInt64(handle.StateSize);
    }

    private static KeyGroupsStreamHandle ReadKeyGroups(ref MetadataReader reader) => new(KeyGroupsHandleCodec.ReadV1(ref reader));

    private static void WriteKeyGroups(JavaDataWriter writer, KeyGroupsStreamHandle handle) =>
        KeyGroupsHandleCodec.Write(writer, handle.KeyGroups with { Format = KeyGroupsFormat.V1 });

    private static SegmentStreamHandle ReadSegment(ref MetadataReader reader)
    {
        var start = reader.Data.ReadInt64();
        var size = reader.Data.ReadInt64();
        var scope = reader.Data.ReadInt32();
        if (start < 0 || size < 0 || start > long.MaxValue - size || scope is < 0 or > LargestScope)
        {
            throw reader.Data.Fault($"impossible segment: {size} bytes from {start} on, scope {scope}");
        }

        return new SegmentStreamHandle(start, size, scope, reader.ReadText(), reader.ReadText());
    }

    private static void WriteSegment(JavaDataWriter writer, SegmentStreamHandle handle)
    {
        writer.WriteInt64(handle.StartPosition);
        writer.WriteInt64(handle.StateSize);
        writer.WriteInt32(handle.Scope);
        writer.WriteText(handle.Path);
        writer.WriteText(handle.LogicalFileId);
    }

    private static EmptySegmentStreamHandle ReadEmptySegment(ref MetadataReader reader) => new();

    private static void WriteEmptySegment(JavaDataWriter writer, EmptySegmentStreamHandle handle)
    {
    }

    private static long ReadSize(ref MetadataReader reader)
    {
        const long Unknown = -1;
        var size = reader.Data.ReadInt64();
        return size >= Unknown ? size : throw reader.Data.Fault($"impossible size of a file: {size}");
    }
}
