using System.CommandLine;
using System.CommandLine.Help;
using SavepointCli.Commands.Cancel;
using SavepointCli.Commands.Checkpoint;
using SavepointCli.Commands.Cluster;
using SavepointCli.Commands.Config;
using SavepointCli.Commands.Demo;
using SavepointCli.Commands.Help;
using SavepointCli.Commands.Info;
using SavepointCli.Commands.Inspect;
using SavepointCli.Commands.List;
using SavepointCli.Commands.Operation;
using SavepointCli.Commands.Run;
using SavepointCli.Commands.Savepoint;
using SavepointCli.Commands.State;
using SavepointCli.Commands.Stop;
using SavepointCli.Commands.Verify;

namespace SavepointCli.Commands;

/// <summary>Every verb of the tool, in the order in which the help lists them.</summary>
internal static class CommandTree
{
    public static RootCommand Create(CommandContext context)
    {
        var root = new RootCommand("Creates, reads and looks after savepoints of Apache Flink jobs, without a JVM.")
        {
            CommonOptions.Debug(),
            new RunCommand(context),
            new RunApplicationCommand(context),
            new ListCommand(context),
            new SavepointCommand(context),
            new StopCommand(context),
            new CancelCommand(context),
            new CheckpointCommand(context),
            new InfoCommand(context),
            new OperationCommand(context),
            new InspectCommand(context),
            new StateCommand(context),
            new VerifyCommand(context),
            new ClusterCommand(context),
            new DemoCommand(context),
            new ConfigCommand(context),
            new CompletionCommand(context),
            new HelpCommand(context),
            new ReferenceCommand(context),
        };
        foreach (var option in root.Options)
        {
            if (option is VersionOption version)
            {
                version.Aliases.Add("-v");
                version.Action = new VersionAction(context);
            }
            else if (option is HelpOption help)
            {
                help.Aliases.Clear();
                help.Aliases.Add("-h");
            }
        }

        return root;
    }
}
