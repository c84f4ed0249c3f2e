using System.Collections.Immutable;

namespace SavepointCli.Operations.Snapshots;

/// <summary>Mappings of prefixes; the longest that fits counts. A prefix ends where a part of the path ends.</summary>
/// <param name="mappings">The mappings in any order.</param>
public sealed class PathMappings(IEnumerable<PathMapping> mappings)
{
    private readonly ImmutableArray<PathMapping> _mappings =
    [
        .. mappings.Select(mapping => mapping with { From = Normalize(mapping.From).TrimEnd('/') }).OrderByDescending(mapping => mapping.From.Length),
    ];

    /// <summary>Leaves every path as it is.</summary>
    public static PathMappings None { get; } = new([]);

    /// <summary>The place where a path of the snapshot lies now.</summary>
    public string Apply(string path)
    {
        var normalized = Normalize(path);
        foreach (var mapping in _mappings)
        {
            if (normalized.StartsWith(mapping.From, StringComparison.Ordinal)
                && (normalized.Length == mapping.From.Length || normalized[mapping.From.Length] == '/'))
            {
                return mapping.To.TrimEnd('/') + normalized[mapping.From.Length..];
            }
        }

        return path;
    }

    // Flink writes local files with one slash, people with three or with none and no scheme; all mean the same.
    private static string Normalize(string path)
    {
        const string WithEmptyAuthority = "file:///";
        const string WithOneSlash = "file:/";
        if (path.StartsWith(WithEmptyAuthority, StringComparison.Ordinal))
        {
            return string.Concat(WithOneSlash, path.AsSpan(WithEmptyAuthority.Length));
        }

        return path.StartsWith('/') ? "file:" + path : path;
    }
}
