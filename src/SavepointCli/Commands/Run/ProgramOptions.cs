using System.CommandLine;
using SavepointCli.Cluster.Jobs;
using SavepointCli.Parsing;

namespace SavepointCli.Commands.Run;

/// <summary>The options that say which program is meant and how it is started; <c>run</c> and <c>info</c> share them.</summary>
internal sealed class ProgramOptions
{
    /// <summary>Flink's one option that takes all that follows.</summary>
    public const string ArgumentsName = "--arguments";

    private readonly Option<string?> _entryClass = Value("--class", "-c", "CLASS", "Class with the entry point; needed where the program has several.");
    private readonly Option<string[]> _classPath = new("--classpath", "-C")
    {
        HelpName = "URL",
        Description = "Refused: the REST API cannot hand a class path to a cluster.",
        Hidden = true,
    };
    private readonly Option<string?> _parallelism = Value("--parallelism", "-p", "N", "Default parallelism of the job.");
    private readonly Option<string?> _jar = Value("--jarfile", "-j", "FILE", "The program; then all positionals are its arguments.");
    private readonly Option<string[]> _rest = new(ArgumentsName, "-a")
    {
        HelpName = "ARGS",
        Description = "Arguments of the program: all that follows, up to the next option of this verb.",
        Arity = ArgumentArity.OneOrMore,
    };
    private readonly Option<bool> _detached = Flag("--detached", "-d", "Come back once the job is submitted.");
    private readonly Option<bool> _yarnDetached = Flag("--yarndetached", "-yd", "Older form of --detached.", hidden: true);
    private readonly Option<bool> _stopOnExit = Flag(
        "--shutdownOnAttachedExit", "-sae", "Cancel the job when this command is interrupted while it waits.");
    private readonly IReadOnlyList<Option<string?>> _python =
    [
        Python("--python", "-py"),
        Python("--pyFiles", "-pyfs"),
        Python("--pyModule", "-pym"),
        Python("--pyRequirements", "-pyreq"),
        Python("--pyArchives", "-pyarch"),
        Python("--pyExecutable", "-pyexec"),
        Python("--pyClientExecutable", "-pyclientexec"),
        Python("--pyPythonPath", "-pypath"),
    ];

    /// <summary>All of them are Flink's.</summary>
    public IEnumerable<Option> Flink =>
        [_entryClass, _classPath, _parallelism, _jar, _rest, _detached, _yarnDetached, _stopOnExit, .. _python];

    /// <summary>The file, if it is not named by option.</summary>
    public Argument<string?> File { get; } = new("file")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "The program: a jar, or for the embedded cluster a .NET assembly or a zip of one.",
    };

    /// <summary>What follows the file.</summary>
    public Argument<string[]> Arguments { get; } = new("arguments")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "Arguments of the program; everything after the file is handed to it as it is.",
    };

    public bool IsDetached(ParseResult parsed) => parsed.GetValue(_detached) || parsed.GetValue(_yarnDetached);

    public bool StopsOnExit(ParseResult parsed) => parsed.GetValue(_stopOnExit);

    /// <summary>The program and how to start it, restore settings and configuration left out.</summary>
    public (JobProgram Program, JobLaunch Launch) Read(ParseResult parsed)
    {
        RefuseWhatNeedsJava(parsed);
        var jar = parsed.GetValue(_jar);
        string[] words = parsed.GetResult(_rest) is null
            ? [.. parsed.GetValue(File) is { } first ? [first] : Array.Empty<string>(), .. parsed.GetValue(Arguments) ?? []]
            : parsed.GetValue(_rest) ?? [];
        var file = jar ?? words.FirstOrDefault()
            ?? throw UsageErrors.Wrong("Java program should be specified a JAR file, a .NET program an assembly", $"{UsageErrors.PathOf(parsed.CommandResult.Command)} FILE [ARGS]");
        var launch = new JobLaunch([.. words.Skip(jar is null ? 1 : 0)])
        {
            EntryClass = parsed.GetValue(_entryClass),
            Parallelism = Values.Parallelism(parsed.GetValue(_parallelism)),
        };
        return (JobProgram.Find(file), launch);
    }

    private void RefuseWhatNeedsJava(ParseResult parsed)
    {
        if (_python.FirstOrDefault(option => parsed.GetValue(option) is not null) is { } python)
            throw Unsupported($"{python.Name}: Python programs are started by Flink's own client", "bin/flink run -py FILE, or make a jar of the program");

        if (parsed.GetValue(_classPath) is not { Length: > 0 } classPath) return;
        if (classPath.FirstOrDefault(url => !Uri.TryCreate(url, UriKind.Absolute, out _) || !url.Contains(':', StringComparison.Ordinal)) is { } malformed)
            throw UsageErrors.Wrong($"Bad syntax for classpath: {malformed}", "-C file:///path/of/a.jar");
        throw Unsupported(
            "--classpath: the REST API cannot hand a class path to a cluster",
            "put the classes into the jar of the program, or into the lib folder of the cluster");
    }

    private static SavepointException Unsupported(string what, string hint) => new(ExitCode.Unsupported, what, hint);

    private static Option<string?> Value(string name, string alias, string helpName, string description) =>
        new(name, alias) { HelpName = helpName, Description = description };

    private static Option<bool> Flag(string name, string alias, string description, bool hidden = false) =>
        new(name, alias) { Description = description, Arity = ArgumentArity.Zero, Hidden = hidden };

    private static Option<string?> Python(string name, string alias) =>
        new(name, alias) { HelpName = "VALUE", Description = "Refused: Python programs are started by Flink's own client.", Hidden = true };
}
