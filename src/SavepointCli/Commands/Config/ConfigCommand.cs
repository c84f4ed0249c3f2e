using System.CommandLine;

namespace SavepointCli.Commands.Config;

/// <summary><c>config ...</c>: settings and contexts.</summary>
internal sealed class ConfigCommand : Command
{
    public ConfigCommand(CommandContext context)
        : base("config", "Show the settings and where they come from; keep contexts for several clusters.")
    {
        Add(new ConfigViewCommand(context));
        Add(new GetContextsCommand(context));
        Add(new CurrentContextCommand(context));
        Add(new UseContextCommand(context));
        Add(new SetContextCommand(context));
        Add(new DeleteContextCommand(context));
    }
}
