using System.Runtime.InteropServices;
using SavepointCli.Format.Handles;
using SavepointCli.Operations.Snapshots;

namespace SavepointCli.Operations.Verify;

/// <summary>Where the bytes of a stream stand, so that a finding can name a position that a hex dump shows.</summary>
/// <param name="Path">The state file, or the metadata file for state that is inline.</param>
/// <param name="Start">Position of the first byte of the stream in the file.</param>
internal readonly record struct StreamPlace(string Path, long Start)
{
    public static StreamPlace Of(StreamHandle handle, Snapshot snapshot) => handle switch
    {
        InlineStreamHandle inline => new StreamPlace(snapshot.Pointer.MetadataPath, StartOf(inline.Data)),
        SegmentStreamHandle segment => new StreamPlace(snapshot.Streams.FileOf(segment)!, segment.StartPosition),
        KeyGroupsStreamHandle { KeyGroups.Stream: { } inner } => Of(inner, snapshot),
        _ => new StreamPlace(snapshot.Streams.FileOf(handle) ?? snapshot.Pointer.MetadataPath, 0),
    };

    /// <summary>Inline bytes are a slice of the metadata file, which was read into one array.</summary>
    private static long StartOf(ReadOnlyMemory<byte> data) => MemoryMarshal.TryGetArray(data, out var slice) ? slice.Offset : 0;
}
