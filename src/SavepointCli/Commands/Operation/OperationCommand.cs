using System.CommandLine;

namespace SavepointCli.Commands.Operation;

/// <summary><c>operation list|show|wait</c>: what was asked of clusters from this machine, and what became of it.</summary>
internal sealed class OperationCommand : Command
{
    public OperationCommand(CommandContext context)
        : base("operation", "List, look up or wait for savepoints, stops and checkpoints that were asked for earlier.")
    {
        Add(new OperationListCommand(context));
        Add(new OperationShowCommand(context));
        Add(new OperationWaitCommand(context));
    }
}
