using System.CommandLine;
using SavepointCli.Configuration;
using SavepointCli.Rendering;

namespace SavepointCli.Commands.Config;

/// <summary><c>config use-context NAME</c>.</summary>
internal sealed class UseContextCommand : Command
{
    private readonly CommandContext _context;
    private readonly Argument<string> _name = new("name") { Description = "Name of the context." };

    public UseContextCommand(CommandContext context)
        : base("use-context", "Make a context the current one.")
    {
        _context = context;
        Add(_name);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var name = parsed.GetValue(_name)!;
        _ = ToolConfiguration.Read(_context.Variables, null, name); // refuses one that no file has
        var configuration = UserConfiguration.Open(_context.Variables);
        configuration.Use(name);
        configuration.Save();
        _context.Output.WriteLine($"Switched to context \"{Printable.Text(name)}\".");
        return (int)ExitCode.Done;
    }
}
