using System.CommandLine;
using SavepointCli.Cluster.Jobs;
using SavepointCli.Parsing;
using SavepointCli.Rendering;

namespace SavepointCli.Commands.Cancel;

/// <summary><c>cancel [-s [DIR]] JOB</c>.</summary>
internal sealed class CancelCommand : ClusterVerb
{
    private readonly Option<string?> _withSavepoint = new("--withSavepoint", "-s")
    {
        HelpName = "DIR",
        Description = "Take a savepoint first. Deprecated: stop does the same and leaves no gap between the two.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _type = new("--type", "-type")
    {
        HelpName = "TYPE",
        Description = "canonical (default) or native.",
        Hidden = true,
    };
    private readonly OperationIdOption _operationId = new();
    private readonly Argument<string?> _job = Positional("job", "Id of the job.");

    public CancelCommand(CommandContext context)
        : base(context, "cancel", "Cancel a job.", OutputForm.Path, OutputForm.Name)
    {
        AddFlinkOptions(_withSavepoint, _type);
        Add(_operationId.Option);
        Add(_job);
        Add(Superfluous());
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var format = Values.SavepointFormat(parsed.GetValue(_type));
        var renderer = new CancelRenderer(LinesOf(parsed));
        if (parsed.GetResult(_withSavepoint) is not null) renderer.WriteDeprecation();
        var request = ReadRequest(parsed, format);

        renderer.Announce(request);
        using var connection = await ConnectAsync(parsed, cancellation).ConfigureAwait(false);
        var report = await new CancelHandler(connection).HandleAsync(request, cancellation).ConfigureAwait(false);
        renderer.Write(report);
        WriteResult(
            parsed,
            report.Location is null
                ? OperationDocument.OfCancellation(request.Job)
                : OperationDocument.OfSavepoint("Cancellation", request.Job, null, report.Location),
            DocumentJson.Default.OperationDocument,
            form => report.Location is { } location ? WordOf(form, location) : request.Job.ToString());
        return (int)ExitCode.Done;
    }

    private CancelRequest ReadRequest(ParseResult parsed, SavepointFormat format)
    {
        var positional = parsed.GetValue(_job);
        if (parsed.GetResult(_withSavepoint) is null)
        {
            if (positional is null)
                throw UsageErrors.Wrong(
                    "Missing JobID. Specify a JobID to cancel a job", "savepointctl cancel JOB; savepointctl list shows the ids");
            return new CancelRequest(Values.JobId(positional), null);
        }

        var (directory, job) = JobAfterDirectory.Resolve(parsed.GetValue(_withSavepoint), positional);
        if (job is null) throw UsageErrors.Wrong("Missing JobId", "savepointctl cancel -s [DIR] JOB; savepointctl list shows the ids");
        return new CancelRequest(Values.JobId(job), new SavepointTrigger(directory, format, CancelJob: true))
        {
            OperationId = _operationId.Read(parsed),
        };
    }
}
