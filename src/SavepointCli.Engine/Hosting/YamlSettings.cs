namespace SavepointCli.Engine.Hosting;

/// <summary>
/// The part of YAML that configuration files use: nested mappings, lists of scalars, quotes and comments. Nested keys are joined with
/// dots, lists become <c>[a, b]</c>, as Flink flattens them. What goes beyond that is refused, never guessed.
/// </summary>
internal sealed class YamlSettings(string path)
{
    private const int MaxDepth = 32;

    private readonly Dictionary<string, string> _settings = new(StringComparer.Ordinal);
    private readonly List<(int Indent, string Key)> _parents = [];
    private readonly List<string> _list = [];
    private string? _listKey;
    private int _line;

    /// <summary>Reads all lines of the file.</summary>
    /// <exception cref="SavepointException">A line cannot be understood; the message names it.</exception>
    public IReadOnlyDictionary<string, string> Read(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            _line++;
            var text = WithoutComment(line).TrimEnd();
            var indent = text.Length - text.TrimStart(' ').Length;
            var content = text[indent..];
            if (content.Length == 0 || content == "---")
            {
                continue;
            }

            if (content[0] == '\t')
            {
                throw Fault("is indented with a tab");
            }

            if (content == "-" || content.StartsWith("- ", StringComparison.Ordinal))
            {
                ReadItem(content[1..].Trim());
            }
            else
            {
                ReadPair(indent, content);
            }
        }

        EndList();
        return _settings;
    }

    private void ReadItem(string item)
    {
        if (_parents.Count == 0 || _listKey is null && _settings.ContainsKey(KeyOf(_parents.Count)))
        {
            throw Fault("is an item of no list");
        }

        _listKey ??= KeyOf(_parents.Count);
        _list.Add(Scalar(item));
    }

    private void ReadPair(int indent, string content)
    {
        EndList();
        var (key, value) = Split(content);
        while (_parents.Count > 0 && _parents[^1].Indent >= indent)
        {
            _parents.RemoveAt(_parents.Count - 1);
        }

        if (_parents.Count > 0 && _settings.ContainsKey(KeyOf(_parents.Count)))
        {
            throw Fault($"is indented below '{_parents[^1].Key}', which has a value already");
        }

        if (_parents.Count == MaxDepth)
        {
            throw Fault($"is nested deeper than {MaxDepth}");
        }

        _parents.Add((indent, key));
        if (value.Length > 0 && value is not ("null" or "~"))
        {
            Add(KeyOf(_parents.Count), Scalar(value));
        }
    }

    private void EndList()
    {
        if (_listKey is not null)
        {
            Add(_listKey, $"[{string.Join(", ", _list)}]");
            _listKey = null;
            _list.Clear();
        }
    }

    private void Add(string key, string value)
    {
        if (!_settings.TryAdd(key, value))
        {
            throw Fault($"sets '{key}' a second time");
        }
    }

    private string KeyOf(int depth) => string.Join('.', _parents.Take(depth).Select(parent => parent.Key));

    private (string Key, string Value) Split(string content)
    {
        var quote = content[0] is '"' or '\'' ? content.IndexOf(content[0], 1) + 1 : 0;
        var colon = content.IndexOf(':', quote);
        while (colon >= 0 && colon + 1 < content.Length && content[colon + 1] != ' ')
        {
            colon = content.IndexOf(':', colon + 1);
        }

        return colon > 0
            ? (Scalar(content[..colon].TrimEnd()), content[(colon + 1)..].Trim())
            : throw Fault("is no 'key: value'");
    }

    private string Scalar(string text)
    {
        if (text.Length == 0 || text[0] is not ('"' or '\''))
        {
            return text.Length > 0 && text[0] is '|' or '>' or '&' or '*' or '!'
                ? throw Fault("uses a form of YAML that is not read here")
                : text;
        }

        var quote = text[0];
        if (text.Length < 2 || text[^1] != quote)
        {
            throw Fault("has a quotation mark that is not closed");
        }

        var inner = text[1..^1];
        return quote == '\'' ? inner.Replace("''", "'", StringComparison.Ordinal) : Unescaped(inner);
    }

    private string Unescaped(string text)
    {
        if (!text.Contains('\\'))
        {
            return text;
        }

        var plain = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                plain.Append(text[i]);
                continue;
            }

            plain.Append(++i == text.Length ? throw Fault("ends in a backslash") : text[i] switch
            {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                '"' or '\\' or '/' => text[i],
                _ => throw Fault($"has the unknown escape '\\{text[i]}'"),
            });
        }

        return plain.ToString();
    }

    private static string WithoutComment(string line)
    {
        var quote = '\0';
        for (var i = 0; i < line.Length; i++)
        {
            if (quote != '\0')
            {
                quote = line[i] == quote ? '\0' : quote;
            }
            else if (line[i] is '"' or '\'' && (i == 0 || line[i - 1] == ' '))
            {
                quote = line[i];
            }
            else if (line[i] == '#' && (i == 0 || line[i - 1] is ' ' or '\t'))
            {
                return line[..i];
            }
        }

        return line;
    }

    private SavepointException Fault(string what) =>
        new(ExitCode.Usage, $"{path}: line {_line} {what}", "write one 'key: value' per line; nest with blanks");
}
