using System.Globalization;
using System.Text;
using SavepointCli.Rendering;

namespace SavepointCli.Reference;

/// <summary>The pages of <c>docs/reference</c> that are made from the tool itself.</summary>
internal static class MarkdownReference
{
    private const string Origin = "<!-- Made by `savepointctl reference`; see docs/reference/README.md. -->";

    public static string Commands(CommandPage root)
    {
        var text = new StringBuilder().AppendLine("# Commands").AppendLine(Origin).AppendLine(root.Description).AppendLine();
        foreach (var page in root.All.Where(page => page.Words.Count > 0)) Write(page, text);
        return text.ToString().TrimEnd() + "\n";
    }

    public static string Environment()
    {
        var text = new StringBuilder().AppendLine("# Environment variables").AppendLine(Origin).AppendLine("| variable | meaning |").AppendLine("| --- | --- |");
        foreach (var (name, meaning) in EnvironmentTable.Rows) text.AppendLine(CultureInfo.InvariantCulture, $"| `{name}` | {Cell(meaning)} |");
        return text.ToString();
    }

    private static void Write(CommandPage page, StringBuilder text)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"## {page.Path}").AppendLine(page.Description).AppendLine()
            .AppendLine("```").AppendLine(page.Synopsis).AppendLine("```").AppendLine();
        if (page.Verbs.Count > 0)
            text.AppendLine("Verbs: " + string.Join(", ", page.Verbs.Select(verb => $"[`{verb.Words[^1]}`](#{verb.Path.Replace(' ', '-')})"))).AppendLine();
        if (page.Arguments.Count > 0) WriteTable("argument", page.Arguments.Select(one => (one.Synopsis, one.Description)), text);
        if (page.Verbs.Count == 0) WriteTable("option", page.Options.Select(one => (one.Synopsis, one.Description)), text);
    }

    private static void WriteTable(string heading, IEnumerable<(string Name, string Description)> rows, StringBuilder text)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"| {heading} | |").AppendLine("| --- | --- |");
        foreach (var (name, description) in rows) text.AppendLine(CultureInfo.InvariantCulture, $"| `{Cell(name)}` | {Cell(description)} |");
        text.AppendLine();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
