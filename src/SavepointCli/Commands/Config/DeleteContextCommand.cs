using System.CommandLine;
using SavepointCli.Configuration;
using SavepointCli.Rendering;

namespace SavepointCli.Commands.Config;

/// <summary><c>config delete-context NAME</c>.</summary>
internal sealed class DeleteContextCommand : Command
{
    private readonly CommandContext _context;
    private readonly Argument<string> _name = new("name") { Description = "Name of the context." };

    public DeleteContextCommand(CommandContext context)
        : base("delete-context", "Remove a context from the user's configuration file.")
    {
        _context = context;
        Add(_name);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var name = parsed.GetValue(_name)!;
        var configuration = UserConfiguration.Open(_context.Variables);
        configuration.Delete(name);
        configuration.Save();
        _context.Output.WriteLine($"Context \"{Printable.Text(name)}\" deleted.");
        return (int)ExitCode.Done;
    }
}
