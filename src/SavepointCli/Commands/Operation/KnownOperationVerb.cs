using System.CommandLine;
using SavepointCli.Cluster.Jobs;
using SavepointCli.Cluster.Journal;
using SavepointCli.Cluster.Tracking;
using SavepointCli.Configuration;
using SavepointCli.Format.Ids;
using SavepointCli.Parsing;
using SavepointCli.Rendering;

namespace SavepointCli.Commands.Operation;

/// <summary>A verb about one operation that was asked for earlier.</summary>
internal abstract class KnownOperationVerb : Command
{
    private readonly CommandContext _context;
    private readonly ClusterOptions _cluster = new();
    private readonly Argument<string> _id = new("ID") { Description = "The id that was chosen or printed when it was asked for." };
    private readonly Option<string?> _job = new("--job")
    {
        HelpName = "JOB",
        Description = "Its job, if it was asked for from another machine. Default: every job of the cluster is asked.",
    };
    private readonly Option<string> _output = OperationRenderer.Form();

    protected KnownOperationVerb(CommandContext context, string name, string description)
        : base(name, description)
    {
        _context = context;
        Add(_id);
        Add(_job);
        Add(_output);
        foreach (var option in _cluster.Flink.Concat(_cluster.Own)) Add(option);
        SetAction(RunAsync);
    }

    /// <summary>What the verb does with the operation.</summary>
    protected abstract Task<OperationFinding> HandleAsync(
        OperationTracker tracker, OperationRecord known, CancellationToken cancellation);

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var renderer = OperationRenderer.Of(parsed.GetValue(_output)!, _context.Output);
        var id = OperationIdOption.ParseId(parsed.GetValue(_id)!);
        JobId? job = parsed.GetValue(_job) is { } text ? Values.JobId(text) : null;
        var known = OperationJournal.Of(_context.Variables, _context.Time).Find(id);

        using var connection = await ConnectAsync(_cluster.Read(parsed, _context.Variables), known, cancellation).ConfigureAwait(false);
        known ??= await connection.Operations.FindElsewhereAsync(id, job, cancellation).ConfigureAwait(false)
            ?? throw Unknown(id);
        renderer.Write(await HandleAsync(connection.Operations, known, cancellation).ConfigureAwait(false));
        return (int)ExitCode.Done;
    }

    /// <summary>The cluster of the journal, unless the command line names one.</summary>
    private Task<ClusterConnection> ConnectAsync(ClusterRequest request, OperationRecord? known, CancellationToken cancellation)
    {
        var selection = request.Selection;
        var isNamed = selection.JobManager is not null || selection.Target is not null || selection.YarnApplication is not null;
        if (known is not null && !isNamed)
        {
            var recorded = known.Cluster.ToSelection();
            request = request with { Selection = recorded with { Properties = [.. recorded.Properties, .. selection.Properties] } };
        }

        return ClusterConnection.OpenAsync(request, _context, cancellation);
    }

    private static SavepointException Unknown(TriggerId id) => new(
        ExitCode.NotFound,
        $"neither the journal of this machine nor the cluster knows an operation {id}",
        "savepointctl operation list; clusters keep results for five minutes only");
}
