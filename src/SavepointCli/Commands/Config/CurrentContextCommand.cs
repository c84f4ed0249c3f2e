using System.CommandLine;
using SavepointCli.Rendering;

namespace SavepointCli.Commands.Config;

/// <summary><c>config current-context</c>.</summary>
internal sealed class CurrentContextCommand : Command
{
    private readonly CommandContext _context;
    private readonly ConfigurationOptions _configuration = new();

    public CurrentContextCommand(CommandContext context)
        : base("current-context", "Print the name of the context that counts.")
    {
        _context = context;
        foreach (var option in _configuration.All) Add(option);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var current = _configuration.Read(parsed, _context.Variables).Context
            ?? throw new SavepointException(ExitCode.NotFound, "no context is current", "savepointctl config use-context NAME");
        _context.Output.WriteLine(Printable.Text(current));
        return (int)ExitCode.Done;
    }
}
