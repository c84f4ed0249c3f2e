using SavepointCli.Format.Handles;

namespace SavepointCli.Operations.State;

/// <summary>What messages call the stream of a handle.</summary>
internal static class StreamNames
{
    public static string NameOf(StreamHandle handle) => handle switch
    {
        FileStreamHandle file => file.Path,
        RelativeFileStreamHandle file => file.RelativePath,
        SegmentStreamHandle segment => segment.Path,
        InlineStreamHandle inline => $"inline {inline.Name}",
        KeyGroupsStreamHandle { KeyGroups.Stream: { } inner } => NameOf(inner),
        _ => "empty stream",
    };
}
