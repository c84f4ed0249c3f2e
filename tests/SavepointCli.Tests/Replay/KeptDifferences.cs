using System.IO.Enumeration;
using SavepointCli.Testing;

namespace SavepointCli.Tests.Replay;

/// <summary>The table of recorded invocations that end differently with us, as docs/reference/differences.md has it.</summary>
internal static class KeptDifferences
{
    private const string Heading = "| recordings | Flink | differs | because |";

    public static IReadOnlyList<Row> Rows { get; } = Read();

    /// <summary>In what a recording may differ.</summary>
    public static IReadOnlySet<string> Of(string version, string name) =>
        Rows.Where(row => row.Matches(version, name)).SelectMany(row => row.Aspects).ToHashSet();

    private static List<Row> Read()
    {
        var lines = File.ReadLines(Path.Combine(Fixtures.Root, "..", "..", "docs", "reference", "differences.md"));
        return [.. lines.SkipWhile(line => line != Heading).Skip(2).TakeWhile(line => line.StartsWith('|')).Select(Row.Parse)];
    }

    /// <summary>One line of the table.</summary>
    /// <param name="Patterns">Names of recordings, with <c>*</c>.</param>
    /// <param name="Versions">The versions meant; empty for all.</param>
    /// <param name="Aspects">What differs.</param>
    internal sealed record Row(IReadOnlyList<string> Patterns, IReadOnlyList<string> Versions, IReadOnlyList<string> Aspects)
    {
        public static Row Parse(string line)
        {
            var cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries);
            return new Row(
                [.. cells[0].Split(',', StringSplitOptions.TrimEntries).Select(name => name.Trim('`'))],
                cells[1] == "all" ? [] : cells[1].Split(',', StringSplitOptions.TrimEntries),
                cells[2].Split(',', StringSplitOptions.TrimEntries));
        }

        public bool Matches(string version, string name) =>
            (Versions.Count == 0 || Versions.Any(prefix => version.StartsWith(prefix + ".", StringComparison.Ordinal)))
            && Patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false));

        public override string ToString() => string.Join(", ", Patterns);
    }
}
