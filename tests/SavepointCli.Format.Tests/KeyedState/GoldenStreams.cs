using SavepointCli.Format.Handles;
using SavepointCli.Format.Metadata;
using SavepointCli.Format.Serializers;
using SavepointCli.Testing;

namespace SavepointCli.Format.Tests.KeyedState;

/// <summary>Finds the keyed streams of golden snapshots, whose files lie beside their <c>_metadata</c>.</summary>
internal static class GoldenStreams
{
    public static IEnumerable<GoldenStream> CanonicalOf(GoldenCase golden) =>
        Of(golden).Where(stream => stream.Handle.Format == KeyGroupsFormat.Savepoint);

    public static IEnumerable<GoldenStream> Of(GoldenCase golden)
    {
        var metadata = SnapshotMetadataCodec.Read(File.ReadAllBytes(golden.MetadataPath), golden.MetadataPath);
        var kryo = golden.Flink.StartsWith('1') ? KryoVersion.Kryo2 : KryoVersion.Kryo5;
        return from state in metadata.Operators
               from subtask in state.Subtasks
               let handle = subtask.ManagedKeyedState as KeyGroupsHandle
               where handle is not null
               select new GoldenStream($"{state.Id}/{subtask.Index}", state.MaxParallelism, kryo, handle, BytesOf(golden, handle.Stream!));
    }

    private static byte[] BytesOf(GoldenCase golden, StreamHandle handle) => handle switch
    {
        InlineStreamHandle inline => inline.Data.ToArray(),
        RelativeFileStreamHandle file => File.ReadAllBytes(Path.Combine(golden.SnapshotPath, file.RelativePath)),
        FileStreamHandle file => File.ReadAllBytes(Path.Combine(golden.SnapshotPath, Path.GetFileName(file.Path))),
        SegmentStreamHandle segment => SegmentOf(golden, segment),
        _ => throw new NotSupportedException(handle.ToString()),
    };

    private static byte[] SegmentOf(GoldenCase golden, SegmentStreamHandle segment)
    {
        var file = Directory.EnumerateFiles(golden.Folder, Path.GetFileName(segment.Path), SearchOption.AllDirectories).Single();
        return File.ReadAllBytes(file).AsSpan((int)segment.StartPosition, (int)segment.StateSize).ToArray();
    }
}
