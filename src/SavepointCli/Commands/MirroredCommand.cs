using System.CommandLine;

namespace SavepointCli.Commands;

/// <summary>
/// A verb that takes its place from <c>bin/flink</c>, and with it Flink's grammar: long names behind one dash, prefixes of long
/// names, letters run together, <c>-Dkey=value</c>. Only the options that Flink has take part in the prefix rule; ours are
/// written out, so that adding one never makes a spelling ambiguous that works with Flink.
/// </summary>
internal abstract class MirroredCommand(string name, string description) : Command(name, description)
{
    private readonly List<Option> _flinkOptions = [];

    /// <summary>The options that <c>bin/flink</c> has for this action.</summary>
    public IReadOnlyList<Option> FlinkOptions => _flinkOptions;

    /// <summary>Whether options end at the first positional or unknown token, and all that follows goes to the program.</summary>
    public virtual bool StopsAtFirstPositional => false;

    /// <summary>A positional that may be missing: what to say about that is the verb's business.</summary>
    protected static Argument<string?> Positional(string name, string description) =>
        new(name) { Arity = ArgumentArity.ZeroOrOne, Description = description };

    /// <summary>Positionals beyond those that the verb has; Flink takes no notice of them.</summary>
    protected static Argument<string[]> Superfluous() => new("superfluous") { Arity = ArgumentArity.ZeroOrMore, Hidden = true };

    protected void AddFlinkOptions(params IEnumerable<Option> options)
    {
        foreach (var option in options)
        {
            _flinkOptions.Add(option);
            Add(option);
        }
    }
}
