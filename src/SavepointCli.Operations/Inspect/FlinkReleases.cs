using System.Collections.Frozen;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Metadata;

namespace SavepointCli.Operations.Inspect;

/// <summary>
/// Which Flink a snapshot comes from and which can restore it. The version of the metadata gives a range, the kinds of handles in it narrow
/// that down; see <c>docs/format/metadata.md</c>.
/// </summary>
internal static class FlinkReleases
{
    private const byte IncrementalTag = 5;

    /// <summary>The last release before tags 3 and 5 of keyed state gave way to 12 and 11.</summary>
    private static readonly Version LastWithOldKeyedHandles = new(1, 14);

    private static readonly FrozenDictionary<int, (Version First, Version Last)> ByMetadataVersion = new Dictionary<int, (Version, Version)>
    {
        [2] = (new(1, 3), new(1, 10)),
        [3] = (new(1, 11), new(1, 15)),
        [4] = (new(1, 16), new(1, 20)),
        [5] = (new(2, 0), new(2, 0)),
        [6] = (new(2, 1), new(2, 3)),
    }.ToFrozenDictionary();

    /// <summary>The first release that knows a tag.</summary>
    private static readonly FrozenDictionary<byte, Version> ByTag = new Dictionary<byte, Version>
    {
        [6] = new(1, 11),
        [7] = new(1, 13),
        [8] = new(1, 15),
        [9] = new(1, 15),
        [10] = new(1, 15),
        [11] = new(1, 15),
        [12] = new(1, 15),
        [13] = new(1, 16),
        [14] = new(1, 16),
        [15] = new(1, 20),
        [16] = new(1, 20),
        [HandleTags.FileMergingOperatorState] = new(1, 20),
    }.ToFrozenDictionary();

    /// <summary>The releases that may have written the metadata, e.g. <c>1.16 to 1.20</c>.</summary>
    public static string WrittenBy(SnapshotMetadata metadata, IReadOnlySet<byte> tags)
    {
        if (!ByMetadataVersion.TryGetValue(metadata.Version, out var releases))
        {
            return MetadataLayout.Of(metadata.Version).WrittenBy;
        }

        var (first, last) = releases;
        first = FirstThatKnows(tags, first);
        last = tags.Overlaps([(byte)KeyGroupsFormat.V1, IncrementalTag]) && last > LastWithOldKeyedHandles ? LastWithOldKeyedHandles : last;
        return first >= last ? $"{first}" : $"{first} to {last}";
    }

    /// <summary>The first release that can restore it; null where none of those known here can.</summary>
    public static string? RestorableSince(SnapshotMetadata metadata, IReadOnlySet<byte> tags) =>
        ByMetadataVersion.TryGetValue(metadata.Version, out var releases)
            ? FirstThatKnows(tags, releases.First).ToString()
            : null;

    private static Version FirstThatKnows(IEnumerable<byte> tags, Version atLeast) =>
        tags.Select(tag => ByTag.GetValueOrDefault(tag, atLeast)).Append(atLeast).Max()!;
}
