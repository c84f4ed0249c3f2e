using System.CommandLine;
using SavepointCli.Embedded;
using SavepointCli.Rendering;

namespace SavepointCli.Commands.Cluster;

/// <summary><c>cluster stop</c>: done if there is nothing to stop, too.</summary>
internal sealed class ClusterStopCommand : Command
{
    private readonly CommandContext _context;

    public ClusterStopCommand(CommandContext context)
        : base("stop", "Stop the embedded cluster; its jobs end without a savepoint.")
    {
        _context = context;
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var stopped = await new ClusterStopHandler(new EmbeddedCluster(_context)).HandleAsync(cancellation).ConfigureAwait(false);
        new ClusterRenderer(_context.Output).WriteStopped(stopped);
        return (int)ExitCode.Done;
    }
}
