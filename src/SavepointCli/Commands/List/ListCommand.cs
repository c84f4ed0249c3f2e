using System.CommandLine;
using SavepointCli.Rendering;

namespace SavepointCli.Commands.List;

/// <summary><c>list [-r] [-s] [-a]</c>.</summary>
internal sealed class ListCommand : ClusterVerb
{
    private readonly Option<bool> _running = Flag("--running", "-r", "Show the running jobs.");
    private readonly Option<bool> _scheduled = Flag("--scheduled", "-s", "Show the jobs that wait to run.");
    private readonly Option<bool> _all = Flag("--all", "-a", "Show running, waiting and terminated jobs.");

    public ListCommand(CommandContext context)
        : base(context, "list", "List the jobs of a cluster.", OutputForm.Wide, OutputForm.Name)
    {
        AddFlinkOptions(_running, _scheduled, _all);
        Add(Superfluous());
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var connection = await ConnectAsync(parsed, cancellation).ConfigureAwait(false);
        var form = FormOf(parsed);
        var renderer = new JobListRenderer(Context, LinesOf(parsed));
        renderer.Announce();
        var report = await new ListHandler(connection.Client).HandleAsync(ReadRequest(parsed), cancellation).ConfigureAwait(false);
        if (form == OutputForm.Wide) renderer.WriteTable(report, Context.Output);
        else if (form == OutputForm.Name) JobListRenderer.WriteNames(report, Context.Output);
        else renderer.Write(report);
        WriteResult(parsed, JobListDocument.Of(report), DocumentJson.Default.JobListDocument);
        return (int)ExitCode.Done;
    }

    private ListRequest ReadRequest(ParseResult parsed)
    {
        var all = parsed.GetValue(_all);
        var (running, scheduled) = (parsed.GetValue(_running), parsed.GetValue(_scheduled));
        var unspecified = !running && !scheduled;
        return new ListRequest(all || running || unspecified, all || scheduled || unspecified, all);
    }
}
