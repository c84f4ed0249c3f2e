using System.CommandLine;
using SavepointCli.Cluster.Jobs;
using SavepointCli.Parsing;
using SavepointCli.Rendering;

namespace SavepointCli.Commands.Savepoint;

/// <summary><c>savepoint [-type TYPE] [-detached] JOB [DIR]</c> and <c>savepoint -d PATH</c>.</summary>
internal sealed class SavepointCommand : ClusterVerb
{
    private readonly Option<string?> _dispose = new("--dispose", "-d") { HelpName = "PATH", Description = "Delete the savepoint at PATH." };
    private readonly Option<string?> _jar = new("--jarfile", "-j")
    {
        HelpName = "FILE",
        Description = "Accepted, as by Flink, and never used.",
        Hidden = true,
    };
    private readonly Option<string?> _type = new("--type", "-type") { HelpName = "TYPE", Description = "canonical (default) or native." };
    private readonly Option<bool> _detached = Flag("-detached", null, "Do not wait; print the trigger id.");
    private readonly OperationIdOption _operationId = new();
    private readonly Argument<string?> _job = Positional("job", "Id of the job.");
    private readonly Argument<string?> _directory = Positional(
        "directory", "Directory to write to, as the cluster sees it; without one the cluster's default.");
    private readonly Argument<string[]> _superfluous = Superfluous();

    public SavepointCommand(CommandContext context)
        : base(context, "savepoint", "Take a savepoint of a running job, or delete one.", OutputForm.Path, OutputForm.Name)
    {
        AddFlinkOptions(_dispose, _jar, _type, _detached);
        Add(_operationId.Option);
        Add(_job);
        Add(_directory);
        Add(_superfluous);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        // The type is converted first, also for a disposal that has no use for it: a wrong one is wrong usage in any case.
        var format = Values.SavepointFormat(parsed.GetValue(_type));
        if (parsed.GetValue(_dispose) is { } path) await DisposeAsync(path, parsed, cancellation).ConfigureAwait(false);
        else await TriggerAsync(format, parsed, cancellation).ConfigureAwait(false);
        return (int)ExitCode.Done;
    }

    private async Task TriggerAsync(SavepointFormat format, ParseResult parsed, CancellationToken cancellation)
    {
        var job = parsed.GetValue(_job)
            ?? throw UsageErrors.Wrong(
                "Missing JobID. Specify a Job ID to trigger a savepoint",
                "savepointctl savepoint JOB [DIR]; savepointctl list shows the ids");
        var request = new SavepointRequest(Values.JobId(job), parsed.GetValue(_directory), format, parsed.GetValue(_detached))
        {
            OperationId = _operationId.Read(parsed),
        };

        var renderer = new SavepointRenderer(LinesOf(parsed));
        if (parsed.GetValue(_superfluous) is { Length: > 0 }) renderer.WriteSuperfluous();
        using var connection = await ConnectAsync(parsed, cancellation).ConfigureAwait(false);
        renderer.Announce(request);
        var report = await new SavepointHandler(connection).HandleAsync(request, cancellation).ConfigureAwait(false);
        renderer.Write(report);
        WriteResult(
            parsed,
            OperationDocument.OfSavepoint("Savepoint", request.Job, report.Trigger, report.Location),
            DocumentJson.Default.OperationDocument,
            form => report.Location is { } location ? WordOf(form, location) : report.Trigger.ToString());
    }

    private async Task DisposeAsync(string path, ParseResult parsed, CancellationToken cancellation)
    {
        var request = new DisposalRequest(path);
        var renderer = new DisposalRenderer(LinesOf(parsed));
        using var connection = await ConnectAsync(parsed, cancellation).ConfigureAwait(false);
        renderer.Announce(request);
        renderer.Write(await new DisposalHandler(connection).HandleAsync(request, cancellation).ConfigureAwait(false));
        WriteResult(parsed, OperationDocument.OfDisposal(path), DocumentJson.Default.OperationDocument, form => WordOf(form, path));
    }
}
