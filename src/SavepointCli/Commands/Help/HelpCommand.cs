using System.CommandLine;
using SavepointCli.Parsing;
using SavepointCli.Rendering;

namespace SavepointCli.Commands.Help;

/// <summary><c>help [TOPIC]</c>: pages that belong to no single verb, or the help of a verb.</summary>
internal sealed class HelpCommand : Command
{
    private const string ExitCodes = "exit-codes";
    private const string Environment = "environment";

    private readonly CommandContext _context;
    private readonly Argument<string[]> _topic = new("topic")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "A verb, or 'exit-codes', or 'environment'.",
    };

    public HelpCommand(CommandContext context)
        : base("help", "Show the help of a verb or a topic.")
    {
        _context = context;
        Add(_topic);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var topic = parsed.GetValue(_topic) ?? [];
        if (topic is [ExitCodes])
        {
            ExitCodeTable.Write(_context.Output);
            return (int)ExitCode.Done;
        }

        if (topic is [Environment])
        {
            EnvironmentTable.Write(_context.Output);
            return (int)ExitCode.Done;
        }

        var root = parsed.RootCommandResult.Command;
        if (Find(root, topic) is null)
            throw UsageErrors.UnknownTopic(string.Join(' ', topic), [ExitCodes, Environment, .. root.Subcommands.Select(verb => verb.Name)]);
        return (int)await Application.RunAsync([.. topic, "--help"], _context, cancellation).ConfigureAwait(false);
    }

    private static Command? Find(Command command, IEnumerable<string> path)
    {
        var found = command;
        foreach (var name in path)
        {
            found = found.Subcommands.FirstOrDefault(verb => verb.Name == name);
            if (found is null) return null;
        }

        return found;
    }
}
