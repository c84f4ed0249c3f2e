using System.Globalization;
using System.Text;

namespace SavepointCli.Reference;

/// <summary>Manual pages: one for the program, one for each of its verbs.</summary>
internal static class ManPages
{
    /// <summary>File name and content of every page.</summary>
    public static IEnumerable<(string Name, string Content)> Of(CommandPage root)
    {
        yield return ($"{CommandPage.Program}.1", Program(root));
        foreach (var verb in root.Verbs) yield return ($"{CommandPage.Program}-{verb.Words[0]}.1", Verb(verb));
    }

    private static string Program(CommandPage root)
    {
        var text = Head(root, CommandPage.Program);
        text.AppendLine(".SH VERBS");
        foreach (var verb in root.Verbs) Item(text, verb.Words[0], verb.Description);
        Options(text, root);
        text.AppendLine(".SH EXIT STATUS");
        foreach (var (code, meaning) in Rendering.ExitCodeTable.Rows) Item(text, ((int)code).ToString(CultureInfo.InvariantCulture), meaning);
        text.AppendLine(".SH ENVIRONMENT");
        foreach (var (name, meaning) in Rendering.EnvironmentTable.Rows) Item(text, name, meaning);
        text.AppendLine(".SH SEE ALSO").AppendLine(string.Join(",\n", root.Verbs.Select(verb => $".BR {CommandPage.Program}\\-{verb.Words[0]} (1)")));
        return text.ToString();
    }

    private static string Verb(CommandPage verb)
    {
        var text = Head(verb, $"{CommandPage.Program}-{verb.Words[0]}");
        foreach (var page in verb.All)
        {
            if (page != verb)
                text.AppendLine(CultureInfo.InvariantCulture, $".SH {Escaped(page.Path.ToUpperInvariant())}").AppendLine(Escaped(page.Description)).AppendLine(".PP").AppendLine(Escaped(page.Synopsis));
            if (page.Verbs.Count > 0) continue;
            foreach (var argument in page.Arguments) Item(text, argument.Synopsis, argument.Description);
            Options(text, page);
        }

        return text.AppendLine(".SH SEE ALSO").AppendLine(CultureInfo.InvariantCulture, $".BR {CommandPage.Program} (1)").ToString();
    }

    private static StringBuilder Head(CommandPage page, string name) => new StringBuilder()
        .AppendLine(CultureInfo.InvariantCulture, $".TH {Escaped(name.ToUpperInvariant())} 1 \"\" \"{CommandPage.Program}\" \"User Commands\"")
        .AppendLine(".SH NAME").AppendLine(CultureInfo.InvariantCulture, $"{Escaped(name)} \\- {Escaped(page.Description.TrimEnd('.'))}")
        .AppendLine(".SH SYNOPSIS").AppendLine(CultureInfo.InvariantCulture, $".B {Escaped(page.Synopsis)}");

    private static void Options(StringBuilder text, CommandPage page)
    {
        text.AppendLine(page.Words.Count > 1 ? ".SS Options" : ".SH OPTIONS");
        foreach (var option in page.Options) Item(text, option.Synopsis, option.Description);
    }

    private static void Item(StringBuilder text, string term, string description) =>
        text.AppendLine(".TP").AppendLine(CultureInfo.InvariantCulture, $".B {Escaped(term)}").AppendLine(Escaped(description));

    /// <summary>Hyphens stay hyphens, and no line becomes a request by its first character.</summary>
    private static string Escaped(string text)
    {
        var escaped = text.Replace("\\", "\\e", StringComparison.Ordinal).Replace("-", "\\-", StringComparison.Ordinal);
        return escaped.StartsWith('.') || escaped.StartsWith('\'') ? "\\&" + escaped : escaped;
    }
}
