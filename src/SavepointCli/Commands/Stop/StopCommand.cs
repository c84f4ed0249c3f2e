using System.CommandLine;
using SavepointCli.Cluster.Jobs;
using SavepointCli.Parsing;
using SavepointCli.Rendering;

namespace SavepointCli.Commands.Stop;

/// <summary><c>stop [-p DIR] [-d] [-type TYPE] [-detached] JOB</c>.</summary>
internal sealed class StopCommand : ClusterVerb
{
    private readonly Option<string?> _directory = new("--savepointPath", "-p")
    {
        HelpName = "DIR",
        Description = "Directory in which to write; without one the cluster's default.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _drain = Flag(
        "--drain", "-d", "Advance time to its end first: all timers fire, all windows close. Not for a job that is to go on.");
    private readonly Option<string?> _type = new("--type", "-type") { HelpName = "TYPE", Description = "canonical (default) or native." };
    private readonly Option<bool> _detached = Flag("-detached", null, "Do not wait; print the trigger id.");
    private readonly OperationIdOption _operationId = new();
    private readonly Argument<string?> _job = Positional("job", "Id of the job.");

    public StopCommand(CommandContext context)
        : base(context, "stop", "Take a savepoint of a job and end it.", OutputForm.Path, OutputForm.Name)
    {
        AddFlinkOptions(_directory, _drain, _type, _detached);
        Add(_operationId.Option);
        Add(_job);
        Add(Superfluous());
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var request = ReadRequest(parsed);
        var renderer = new StopRenderer(LinesOf(parsed));
        renderer.Announce(request);
        using var connection = await ConnectAsync(parsed, cancellation).ConfigureAwait(false);
        renderer.AnnounceWait(request);
        var report = await new StopHandler(connection).HandleAsync(request, cancellation).ConfigureAwait(false);
        renderer.Write(report);
        WriteResult(
            parsed,
            OperationDocument.OfSavepoint("Stop", request.Job, report.Trigger, report.Location),
            DocumentJson.Default.OperationDocument,
            form => report.Location is { } location ? WordOf(form, location) : report.Trigger.ToString());
        return (int)ExitCode.Done;
    }

    private StopRequest ReadRequest(ParseResult parsed)
    {
        var format = Values.SavepointFormat(parsed.GetValue(_type));
        var (directory, job) = JobAfterDirectory.Resolve(parsed.GetValue(_directory), parsed.GetValue(_job));
        if (job is null) throw UsageErrors.Wrong("Missing JobId", "savepointctl stop [-p DIR] JOB; savepointctl list shows the ids");
        return new StopRequest(Values.JobId(job), new StopTrigger(directory, format, parsed.GetValue(_drain)), parsed.GetValue(_detached))
        {
            OperationId = _operationId.Read(parsed),
        };
    }
}
