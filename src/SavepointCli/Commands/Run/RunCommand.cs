using System.CommandLine;
using SavepointCli.Rendering;

namespace SavepointCli.Commands.Run;

/// <summary><c>run [-d] [-s PATH] [-n] [-p N] [-c CLASS] [-cm MODE] FILE [ARGS...]</c>.</summary>
internal sealed class RunCommand : ClusterVerb
{
    private readonly ProgramOptions _program = new();
    private readonly RestoreOptions _restore = new();

    public RunCommand(CommandContext context)
        : base(context, "run", "Run a program on a cluster, from scratch or from a savepoint.", OutputForm.Name)
    {
        AddFlinkOptions(_program.Flink);
        AddFlinkOptions(_restore.Flink);
        Add(_program.File);
        Add(_program.Arguments);
        SetAction(RunAsync);
    }

    public override bool StopsAtFirstPositional => true;

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        if (ReadCluster(parsed).Selection.TargetInUse is { } target && IsOneProgramCluster(target)) throw RunApplicationCommand.ApplicationMode();
        var request = ReadRequest(parsed);
        var renderer = new RunRenderer(LinesOf(parsed));
        using var connection = await ConnectAsync(parsed, cancellation).ConfigureAwait(false);
        var handler = new RunHandler(connection, note => Context.Error.WriteLine($"note: {note}"));

        renderer.Announce(request);
        var submission = await handler.SubmitAsync(request, cancellation).ConfigureAwait(false);
        renderer.Write(submission);
        var result = request.Detached ? null : await handler.FollowAsync(request, submission, cancellation).ConfigureAwait(false);
        if (result is not null) renderer.Write(result);
        WriteResult(parsed, RunDocument.Of(submission, result), DocumentJson.Default.RunDocument, _ => submission.Job.ToString());
        return (int)ExitCode.Done;
    }

    /// <summary>Targets that would have to make a cluster first.</summary>
    private static bool IsOneProgramCluster(string target) =>
        target is "yarn-per-job" || target.EndsWith("-application", StringComparison.OrdinalIgnoreCase);

    private RunRequest ReadRequest(ParseResult parsed)
    {
        var restore = _restore.Read(parsed);
        var (program, launch) = _program.Read(parsed);
        var settings = JobSettings.Of(ReadCluster(parsed).Selection.Properties);
        launch = launch with
        {
            Parallelism = launch.Parallelism ?? settings.Parallelism,
            Restore = restore ?? settings.Restore,
            Configuration = settings.Others,
        };
        return new RunRequest(program, launch, _program.IsDetached(parsed), _program.StopsOnExit(parsed))
        {
            NamesRestoreMode = restore is not null && _restore.NamesRestoreMode(parsed),
        };
    }
}
