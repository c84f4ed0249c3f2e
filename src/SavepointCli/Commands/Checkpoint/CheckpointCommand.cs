using System.CommandLine;
using System.Globalization;
using SavepointCli.Cluster.Jobs;
using SavepointCli.Parsing;
using SavepointCli.Rendering;

namespace SavepointCli.Commands.Checkpoint;

/// <summary><c>checkpoint [-full] JOB</c>.</summary>
internal sealed class CheckpointCommand : ClusterVerb
{
    private readonly Option<bool> _full = Flag("--full", "-full", "A full checkpoint, also where the job takes incremental ones.");
    private readonly OperationIdOption _operationId = new();
    private readonly Argument<string?> _job = Positional("job", "Id of the job.");

    public CheckpointCommand(CommandContext context)
        : base(context, "checkpoint", "Take a checkpoint of a running job.", OutputForm.Name)
    {
        AddFlinkOptions(_full);
        Add(_operationId.Option);
        Add(_job);
        Add(Superfluous());
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var job = parsed.GetValue(_job)
            ?? throw UsageErrors.Wrong(
                "Missing JobID. Specify a Job ID to manipulate a checkpoint",
                "savepointctl checkpoint JOB; savepointctl list shows the ids");
        var request = new CheckpointRequest(Values.JobId(job), parsed.GetValue(_full) ? CheckpointKind.Full : CheckpointKind.Configured)
        {
            OperationId = _operationId.Read(parsed),
        };

        var renderer = new CheckpointRenderer(LinesOf(parsed));
        using var connection = await ConnectAsync(parsed, cancellation).ConfigureAwait(false);
        renderer.Announce(request);
        var report = await new CheckpointHandler(connection).HandleAsync(request, cancellation).ConfigureAwait(false);
        renderer.Write(report);
        WriteResult(
            parsed,
            OperationDocument.OfCheckpoint(request.Job, report.CheckpointId),
            DocumentJson.Default.OperationDocument,
            _ => report.CheckpointId.ToString(CultureInfo.InvariantCulture));
        return (int)ExitCode.Done;
    }
}
