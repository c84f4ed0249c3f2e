using System.CommandLine;
using SavepointCli.Commands;
using SavepointCli.Commands.Run;

namespace SavepointCli.Parsing;

/// <summary>The tokens behind one mirrored verb, read by the rules of Apache Commons CLI 1.5.</summary>
internal sealed class FlinkTokens(MirroredCommand command, IEnumerable<string> tokens)
{
    private const string EndOfOptions = "--";
    private const int ShortestMisspelling = 5;

    private readonly Queue<string> _tokens = new(tokens);
    private readonly List<string> _options = [];
    private readonly List<string> _positionals = [];
    private readonly HashSet<Option> _seen = [];
    private readonly IReadOnlyList<Option> _known = [.. FlinkGrammar.OptionsOf(command)];

    public IEnumerable<string> Normalise()
    {
        while (_tokens.TryDequeue(out var token))
        {
            if (FlinkGrammar.IsEndOfOptions(token)) break;
            if (LooksLikeOption(token) && TryTake(token)) continue;
            if (LooksLikeOption(token) && !command.StopsAtFirstPositional) throw UsageErrors.UnknownOption(token, command);
            _positionals.Add(Unquoted(token));
            if (command.StopsAtFirstPositional) break;
        }

        _positionals.AddRange(_tokens);
        return _positionals.Count == 0 ? _options : [.. _options, EndOfOptions, .. _positionals];
    }

    private static bool LooksLikeOption(string token) => token.Length > 1 && token[0] == '-';

    private bool TryTake(string token)
    {
        var equals = token.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? token : token[..equals];
        var attached = equals < 0 ? null : token[(equals + 1)..];

        if (Resolve(name) is { } option)
        {
            Take(option, attached);
            return true;
        }

        if (token.StartsWith("--", StringComparison.Ordinal)) return false;
        return TryTakeProperty(token) || (!IsNearlyAnOption(token) && TryTakeLetters(token));
    }

    /// <summary>
    /// A misspelt name is not read letter by letter: <c>-detatched</c> would dispose of a savepoint called <c>etatched</c>.
    /// </summary>
    private bool IsNearlyAnOption(string token) =>
        token.Length > ShortestMisspelling
        && Spelling.Nearest(token, _known.SelectMany(option => option.Aliases.Prepend(option.Name)).Where(name => name.Length > ShortestMisspelling)) is not null;

    /// <summary>Short name, long name, long name behind one dash, unambiguous prefix of a long name: in this order.</summary>
    private Option? Resolve(string name)
    {
        if (_known.FirstOrDefault(option => IsNamed(option, name)) is { } exact) return exact;

        var longName = name.StartsWith("--", StringComparison.Ordinal) ? name : "-" + name;
        if (_known.FirstOrDefault(option => IsNamed(option, longName)) is { } singleDash) return singleDash;
        if (longName.Length <= 2) return null;

        var candidates = command.FlinkOptions
            .Where(option => LongName(option)?.StartsWith(longName, StringComparison.Ordinal) == true)
            .ToList();
        if (candidates.Count <= 1 || !name.StartsWith("--", StringComparison.Ordinal)) return candidates is [var only] ? only : null;

        var names = string.Join(", ", candidates.Select(option => $"'{LongName(option)![2..]}'"));
        throw UsageErrors.Wrong($"Ambiguous option: '{name}'  (could be: {names})", UsageErrors.HelpOf(command));
    }

    /// <summary><c>-Dkey=value</c> and <c>-Dkey</c>.</summary>
    private bool TryTakeProperty(string token)
    {
        if (!token.StartsWith(ClusterOptions.PropertyName, StringComparison.Ordinal)) return false;
        if (_known.FirstOrDefault(option => option.Name == ClusterOptions.PropertyName) is not { } property) return false;
        Emit(property, token[ClusterOptions.PropertyName.Length..]);
        return true;
    }

    /// <summary>Letters run together; the first that takes a value takes the rest.</summary>
    private bool TryTakeLetters(string token)
    {
        var taken = new List<(Option Option, string? Value)>();
        for (var i = 1; i < token.Length; i++)
        {
            if (_known.FirstOrDefault(option => IsNamed(option, $"-{token[i]}")) is not { } option) return false;
            var rest = token[(i + 1)..];
            if (TakesValue(option) && rest.Length > 0)
            {
                taken.Add((option, rest));
                break;
            }

            taken.Add((option, null));
        }

        foreach (var (option, value) in taken) Take(option, value);
        return true;
    }

    private void Take(Option option, string? attached)
    {
        if (!TakesValue(option))
        {
            if (attached is not null) throw UsageErrors.UnknownOption($"{option.Name}={attached}", command);
            Emit(option, null);
            return;
        }

        var value = attached;
        if (value is null && _tokens.TryPeek(out var next) && !IsOptionToken(next)) value = _tokens.Dequeue();
        if (value is null && option.Arity.MinimumNumberOfValues > 0)
            throw UsageErrors.Wrong($"Missing argument for option: {ShortName(option)}", UsageErrors.HelpOf(command));
        Emit(option, value is null || option.Name == ClusterOptions.PropertyName ? value : Unquoted(value));
        if (!TakesAllThatFollows(option)) return;
        while (_tokens.TryPeek(out var more) && !IsOptionToken(more)) Emit(option, Unquoted(_tokens.Dequeue()));
    }

    /// <summary>An option given twice keeps its first value, unless it collects.</summary>
    private void Emit(Option option, string? value)
    {
        if (!_seen.Add(option) && option.Arity.MaximumNumberOfValues <= 1) return;
        _options.Add(value is null ? option.Name : $"{option.Name}={value}");
    }

    private bool IsOptionToken(string token)
    {
        if (!LooksLikeOption(token) || FlinkGrammar.IsEndOfOptions(token)) return FlinkGrammar.IsEndOfOptions(token);
        var equals = token.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? token : token[..equals];
        return Resolve(name) is not null
            || token.StartsWith(ClusterOptions.PropertyName, StringComparison.Ordinal)
            || _known.Any(option => IsNamed(option, token[..2]));
    }

    private static bool TakesValue(Option option) => option.Arity.MaximumNumberOfValues > 0;

    /// <summary>An option without an upper limit takes one value at a time, with this exception.</summary>
    private static bool TakesAllThatFollows(Option option) => option.Name == ProgramOptions.ArgumentsName;

    private static bool IsNamed(Option option, string name) => option.Name == name || option.Aliases.Contains(name);

    private static string? LongName(Option option) =>
        option.Aliases.Prepend(option.Name).FirstOrDefault(name => name.StartsWith("--", StringComparison.Ordinal));

    private static string ShortName(Option option) =>
        option.Aliases.Prepend(option.Name).OrderBy(name => name.Length).First().TrimStart('-');

    private static string Unquoted(string value) => value.Length >= 2 && value[0] == '"' && value[^1] == '"' ? value[1..^1] : value;
}
