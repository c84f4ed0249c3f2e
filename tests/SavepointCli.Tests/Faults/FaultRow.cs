using System.Globalization;
using SavepointCli.Testing;

namespace SavepointCli.Tests.Faults;

/// <summary>A row of the table in <c>docs/reference/faults.md</c>.</summary>
internal sealed record FaultRow(string Fault, ExitCode ExitCode, string Says)
{
    private const string Heading = "| fault | code | stderr says |";

    public static IReadOnlyList<FaultRow> ReadAll() =>
        [.. File.ReadLines(Document()).SkipWhile(line => line != Heading).Skip(2).TakeWhile(line => line.StartsWith('|')).Select(Parse)];

    private static FaultRow Parse(string line)
    {
        var cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries);
        return new FaultRow(cells[0], (ExitCode)int.Parse(cells[1], CultureInfo.InvariantCulture), cells[2].Trim('`'));
    }

    private static string Document() => Path.GetFullPath(Path.Combine(Fixtures.Root, "..", "..", "docs", "reference", "faults.md"));
}
