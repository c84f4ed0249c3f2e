using System.Collections.Immutable;
using System.CommandLine;
using SavepointCli.Operations.Snapshots;

namespace SavepointCli.Commands;

/// <summary>Options of the verbs that read snapshots at rest.</summary>
internal static class SnapshotOptions
{
    public static Argument<string> Path() => new("PATH") { Description = "Directory of the snapshot, or its metadata file." };

    public static Option<string[]> Uids() => new("--uid")
    {
        Description = "Uid of an operator, to name it where the snapshot stores no uids (before Flink 2.0); may be repeated.",
        HelpName = "UID",
        DefaultValueFactory = _ => [],
    };

    public static Option<string[]> Mappings() => new("--map")
    {
        Description = "Look for files whose absolute path starts with FROM below TO; may be repeated.",
        HelpName = "FROM=TO",
        DefaultValueFactory = _ => [],
    };

    public static ImmutableArray<string> ReadUids(ParseResult parsed, Option<string[]> uids) => [.. parsed.GetValue(uids) ?? []];

    public static PathMappings ReadMappings(ParseResult parsed, Option<string[]> mappings) =>
        new((parsed.GetValue(mappings) ?? []).Select(PathMapping.Parse));
}
