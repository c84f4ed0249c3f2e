using System.Globalization;

namespace SavepointCli.Cluster.Configuration;

/// <summary>
/// <c>config.yaml</c> of Flink 1.19 and later: nested mappings whose keys are joined by dots, scalars plain or quoted, comments.
/// Flow and block lists and block scalars are kept as text: no setting that a client reads has such a value.
/// </summary>
public static class NestedConfigurationFormat
{
    /// <summary>Reads the settings; a duplicate key or a line that is no mapping is refused with its number.</summary>
    /// <param name="text">The content of the file.</param>
    /// <param name="path">Its path, for messages.</param>
    public static IReadOnlyDictionary<string, string> Parse(string text, string path)
    {
        var settings = new Dictionary<string, string>();
        var parents = new Stack<(int Indent, string Prefix)>();
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = WithoutComment(raw).TrimEnd();
            var content = line.TrimStart(' ');
            if (content.Length == 0 || content is "---" or "...") continue;
            if (content.StartsWith("- ", StringComparison.Ordinal)) continue;

            var indent = line.Length - content.Length;
            while (parents.TryPeek(out var parent) && parent.Indent >= indent) parents.Pop();

            var (key, value) = Split(content, path, number);
            var full = parents.TryPeek(out var above) ? $"{above.Prefix}.{key}" : key;
            if (value.Length == 0) parents.Push((indent, full));
            else if (!settings.TryAdd(full, Unquoted(value))) throw Malformed(path, number, $"the key '{full}' for the second time");
        }

        return settings;
    }

    private static (string Key, string Value) Split(string content, string path, int number)
    {
        var end = content[0] is '"' or '\'' ? content.IndexOf(content[0], 1) + 1 : 0;
        var colon = content.IndexOf(':', end);
        while (colon >= 0 && colon + 1 < content.Length && content[colon + 1] is not (' ' or '\t')) colon = content.IndexOf(':', colon + 1);
        if (colon <= 0) throw Malformed(path, number, "no 'key: value'");
        return (Unquoted(content[..colon].Trim()), content[(colon + 1)..].Trim());
    }

    /// <summary>A comment begins with a <c>#</c> at the start or after a blank, outside of quotation marks.</summary>
    private static string WithoutComment(string line)
    {
        char? quote = null;
        for (var i = 0; i < line.Length; i++)
        {
            if (quote is null && line[i] == '#' && (i == 0 || line[i - 1] is ' ' or '\t')) return line[..i];
            if (line[i] is not ('"' or '\'')) continue;
            if (quote is null) quote = line[i];
            else if (quote == line[i]) quote = null;
        }

        return line;
    }

    private static string Unquoted(string text) =>
        text.Length >= 2 && text[0] is '"' or '\'' && text[^1] == text[0] ? text[1..^1].Replace("''", "'", StringComparison.Ordinal) : text;

    private static SavepointException Malformed(string path, int number, string found) =>
        new(
            ExitCode.Usage,
            string.Create(CultureInfo.InvariantCulture, $"{path}, line {number}: {found}"),
            "correct the file, or name another with FLINK_CONF_DIR");
}
