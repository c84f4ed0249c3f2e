using System.Text.RegularExpressions;
using SavepointCli.Testing;

namespace SavepointCli.Engine.Tests;

/// <summary>Keeps the table of <c>docs/reference/acceptance.md</c> honest.</summary>
public sealed partial class AcceptanceTableTests
{
    // How many lines each section of the runtime rules has.
    private static readonly (int Section, int Lines)[] Sections =
        [(1, 7), (2, 13), (3, 14), (4, 17), (5, 9), (6, 8), (7, 6), (8, 9), (9, 6), (10, 6)];

    private static readonly string Tests = Path.GetDirectoryName(Fixtures.Root)!;

    private static readonly Dictionary<string, string> Rows = File.ReadLines(Path.Combine(Path.GetDirectoryName(Tests)!, "docs", "reference", "acceptance.md"))
        .Where(line => line.StartsWith("| A", StringComparison.Ordinal))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .ToDictionary(cells => cells[1], cells => cells[3]);

    private static readonly HashSet<string> Names =
    [
        .. Directory.EnumerateFiles(Tests, "*Tests.cs", SearchOption.AllDirectories).SelectMany(File.ReadLines)
            .Select(line => Method().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value),
    ];

    [Fact]
    public void Every_line_has_a_row() => Rows.Keys.Should().BeEquivalentTo(
        Sections.SelectMany(section => Enumerable.Range(1, section.Lines).Select(line => $"A{section.Section}.{line}")));

    [Fact]
    public void Every_row_names_tests_that_exist_or_says_that_it_is_open()
    {
        foreach (var (id, cell) in Rows)
        {
            var named = Quoted().Matches(cell).Select(match => match.Groups[1].Value).ToList();
            (named.Count > 0).Should().Be(!cell.StartsWith("open", StringComparison.Ordinal), id);
            named.Except(Names).Should().BeEmpty(id);
        }
    }

    [Fact]
    public void A_test_that_begins_with_an_id_stands_in_its_row()
    {
        foreach (var name in Names)
        {
            if (Id().Match(name) is { Success: true } id)
            {
                Rows[$"A{id.Groups[1].Value}.{id.Groups[2].Value}"].Should().Contain(name);
            }
        }
    }

    [GeneratedRegex(@"public (?:async )?(?:Task|void) (\w+)\(")]
    private static partial Regex Method();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^A(\d+)_(\d+)_")]
    private static partial Regex Id();
}
