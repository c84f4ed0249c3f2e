using System.CommandLine;

namespace SavepointCli.Commands.Cluster;

/// <summary><c>cluster start|stop|status</c>: the embedded cluster on this machine.</summary>
internal sealed class ClusterCommand : Command
{
    public ClusterCommand(CommandContext context)
        : base("cluster", "Start, stop or look at the embedded cluster on this machine.")
    {
        Add(new ClusterStartCommand(context));
        Add(new ClusterStopCommand(context));
        Add(new ClusterStatusCommand(context));
    }
}
