using System.CommandLine;
using SavepointCli.Cluster.Jobs;
using SavepointCli.Parsing;
using SavepointCli.Rendering;

namespace SavepointCli.Commands.Run;

/// <summary><c>run [-d] [-s PATH] [-n] [-p N] [-c CLASS] [-cm MODE] FILE [ARGS...]</c>.</summary>
internal sealed class RunCommand : ClusterVerb
{
    private readonly Option<bool> _detached = Flag("--detached", "-d", "Come back once the job is submitted.");
    private readonly Option<string?> _savepoint = new("--fromSavepoint", "-s")
    {
        HelpName = "PATH",
        Description = "Savepoint or checkpoint to start from.",
    };
    private readonly Option<bool> _allowNonRestored = Flag(
        "--allowNonRestoredState", "-n", "Leave state behind that no operator of the program claims.");
    private readonly Option<string?> _parallelism = new("--parallelism", "-p")
    {
        HelpName = "N",
        Description = "Default parallelism of the job.",
    };
    private readonly Option<string?> _entryClass = new("--class", "-c")
    {
        HelpName = "CLASS",
        Description = "Class with the entry point; needed where the program has several.",
    };
    private readonly Option<string?> _claimMode = new("--claimMode", "-cm")
    {
        HelpName = "MODE",
        Description = "NO_CLAIM (default) leaves the savepoint to you, CLAIM gives it to the job, LEGACY is deprecated.",
    };
    private readonly Option<string?> _restoreMode = new("--restoreMode", "-rm")
    {
        HelpName = "MODE",
        Description = "Older name of --claimMode.",
    };
    private readonly Option<string?> _jar = new("--jarfile", "-j")
    {
        HelpName = "FILE",
        Description = "The program; then all positionals are its arguments.",
    };
    private readonly Option<bool> _stopOnExit = Flag(
        "--shutdownOnAttachedExit", "-sae", "Cancel the job when this command is interrupted while it waits.");
    private readonly Argument<string?> _file = Positional(
        "file", "The program: a jar, or for the embedded cluster a .NET assembly or a zip of one.");
    private readonly Argument<string[]> _arguments = new("arguments")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "Arguments of the program; everything after the file is handed to it as it is.",
    };

    public RunCommand(CommandContext context)
        : base(context, "run", "Run a program on a cluster, from scratch or from a savepoint.")
    {
        AddFlinkOptions(_detached, _savepoint, _allowNonRestored, _parallelism, _entryClass, _claimMode, _restoreMode, _jar, _stopOnExit);
        Add(_file);
        Add(_arguments);
        SetAction(RunAsync);
    }

    public override bool StopsAtFirstPositional => true;

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var request = ReadRequest(parsed);
        var renderer = new RunRenderer(Context.Output);
        using var connection = await ConnectAsync(parsed, cancellation).ConfigureAwait(false);
        var handler = new RunHandler(connection, note => Context.Error.WriteLine($"note: {note}"));

        renderer.Announce(request);
        var submission = await handler.SubmitAsync(request, cancellation).ConfigureAwait(false);
        renderer.Write(submission);
        if (!request.Detached) renderer.Write(await handler.FollowAsync(request, submission, cancellation).ConfigureAwait(false));
        return (int)ExitCode.Done;
    }

    private RunRequest ReadRequest(ParseResult parsed)
    {
        var (jar, positional) = (parsed.GetValue(_jar), parsed.GetValue(_file));
        var file = jar ?? positional
            ?? throw UsageErrors.Wrong(
                "Java program should be specified a JAR file, a .NET program an assembly", "savepointctl run FILE [ARGS]");
        IEnumerable<string> first = jar is not null && positional is not null ? [positional] : [];
        var launch = new JobLaunch([.. first, .. parsed.GetValue(_arguments) ?? []])
        {
            EntryClass = parsed.GetValue(_entryClass),
            Parallelism = Values.Parallelism(parsed.GetValue(_parallelism)),
            Restore = ReadRestore(parsed),
            Configuration = ReadCluster(parsed).Selection.Properties
                .GroupBy(pair => pair.Key)
                .ToDictionary(group => group.Key, group => group.Last().Value),
        };
        return new RunRequest(JobProgram.Find(file), launch, parsed.GetValue(_detached), parsed.GetValue(_stopOnExit))
        {
            NamesRestoreMode =
                launch.Restore is not null && parsed.GetValue(_claimMode) is null && parsed.GetValue(_restoreMode) is not null,
        };
    }

    /// <summary>The companions of <c>-s</c> are not even looked at without it.</summary>
    private RestoreSettings? ReadRestore(ParseResult parsed)
    {
        if (parsed.GetValue(_savepoint) is not { } path) return null;
        var mode = parsed.GetValue(_claimMode) ?? parsed.GetValue(_restoreMode);
        return new RestoreSettings(path, parsed.GetValue(_allowNonRestored), mode is null ? null : Values.ClaimMode(mode));
    }
}
