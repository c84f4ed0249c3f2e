using System.CommandLine;

namespace SavepointCli.Commands.Demo;

/// <summary><c>demo [--keep DIR]</c>: the whole life of a savepoint on this machine, without anything prepared.</summary>
internal sealed class DemoCommand : Command
{
    private readonly CommandContext _context;
    private readonly Option<string?> _keep = new("--keep")
    {
        HelpName = "DIR",
        Description = "Leave the data below DIR, which must be empty or not exist. Without it a temporary folder is used and removed.",
    };

    public DemoCommand(CommandContext context)
        : base("demo", "Show the tool at work: run a job, take savepoints, resume from one; needs nothing but the .NET SDK.")
    {
        _context = context;
        Add(_keep);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var folder = DemoFolder.Create(parsed.GetValue(_keep));
        await new Demonstration(_context, folder).PlayAsync(cancellation).ConfigureAwait(false);
        return (int)ExitCode.Done;
    }
}
