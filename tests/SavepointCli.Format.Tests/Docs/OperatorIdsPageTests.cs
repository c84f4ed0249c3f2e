using System.Globalization;
using System.Text.RegularExpressions;
using SavepointCli.Format.Ids;
using SavepointCli.Testing;

namespace SavepointCli.Format.Tests.Docs;

public sealed partial class OperatorIdsPageTests
{
    private static readonly FormatPage Page = new("operator-ids.md");

    private static readonly string Text = File.ReadAllText(Path.Combine(Fixtures.Root, "..", "..", "docs", "format", "operator-ids.md"));

    [Fact]
    public void The_uids_of_the_page_hash_to_the_ids_of_the_page()
    {
        var rows = UidRow().Matches(Text);

        rows.Count.Should().Be(3);
        rows.Should().OnlyContain(row => OperatorIds.FromUid(row.Groups["uid"].Value).ToString() == row.Groups["id"].Value);
    }

    [Fact]
    public void The_hashes_of_the_page_lead_to_the_key_groups_of_the_page()
    {
        var rows = HashRow().Matches(Text);

        rows.Count.Should().Be(9);
        rows.Should().OnlyContain(row => KeyGroups.Of(Number(row, "hash"), 128) == Number(row, "group"));
    }

    [Fact]
    public void The_row_of_the_page_hashes_as_the_page_says()
    {
        var hash = JavaHash.OfBinaryRow(Page.Dump("binary-row"));

        Text.Should().Contain($"hash to {hash}, key group {KeyGroups.Of(hash, 128)} of 128");
    }

    [GeneratedRegex("^\\| `(?<uid>[^`]+)` \\| `(?<id>[0-9a-f]{32})` \\|$", RegexOptions.Multiline)]
    private static partial Regex UidRow();

    [GeneratedRegex("^\\| .* \\| (?<hash>-?\\d+) \\| (?<group>\\d+) \\|$", RegexOptions.Multiline)]
    private static partial Regex HashRow();

    private static int Number(Match row, string group) => int.Parse(row.Groups[group].Value, CultureInfo.InvariantCulture);
}
