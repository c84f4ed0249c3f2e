using System.CommandLine;
using SavepointCli.Embedded;
using SavepointCli.Rendering;

namespace SavepointCli.Commands.Cluster;

/// <summary><c>cluster status</c>: fails if no embedded cluster runs.</summary>
internal sealed class ClusterStatusCommand : Command
{
    private readonly CommandContext _context;

    public ClusterStatusCommand(CommandContext context)
        : base("status", "Show whether the embedded cluster runs, and where.")
    {
        _context = context;
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var handler = new ClusterStatusHandler(_context, new EmbeddedCluster(_context));
        var report = await handler.HandleAsync(cancellation).ConfigureAwait(false);
        new ClusterRenderer(_context.Output).WriteStatus(report);
        return (int)ExitCode.Done;
    }
}
