using System.CommandLine;

namespace SavepointCli.Commands.State;

/// <summary><c>state</c>: looks into the state that a snapshot holds.</summary>
internal sealed class StateCommand : Command
{
    public StateCommand(CommandContext context)
        : base("state", "Look into the state that a savepoint or checkpoint holds.")
    {
        Add(new StateListCommand(context));
        Add(new StateReadCommand(context));
        Add(new StateGetCommand(context));
        Add(new StateExportCommand(context));
    }
}
