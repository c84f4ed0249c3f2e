using System.Text;
using SavepointCli.Testing;

namespace SavepointCli.Format.Tests.Docs;

/// <summary>A page below <c>docs/format</c>. Its hex dumps are marked with <c>&lt;!-- dump: name --&gt;</c> so that tests hold them to what the code writes.</summary>
internal sealed class FormatPage(string name)
{
    private const string Fence = "```";

    private readonly string[] _lines = File.ReadAllLines(Path.Combine(Fixtures.Root, "..", "..", "docs", "format", name));

    public IEnumerable<string> Dumps => _lines.Where(line => line.StartsWith("<!-- dump: ", StringComparison.Ordinal)).Select(line => line[11..^4]);

    /// <summary>The bytes of a dump: on each line the words of hex digits up to the first other word.</summary>
    public byte[] Dump(string dump)
    {
        var digits = new StringBuilder();
        foreach (var line in _lines.SkipWhile(line => line != $"<!-- dump: {dump} -->").Skip(2).TakeWhile(line => line != Fence))
        {
            foreach (var word in HexWords(line))
            {
                digits.Append(word);
            }
        }

        return Convert.FromHexString(digits.ToString());
    }

    private static IEnumerable<string> HexWords(string line)
    {
        var remark = line.IndexOf("  ", line.Length - line.TrimStart().Length, StringComparison.Ordinal);
        var bytes = line.StartsWith("      ", StringComparison.Ordinal) ? "" : remark < 0 ? line : line[..remark];
        return bytes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
