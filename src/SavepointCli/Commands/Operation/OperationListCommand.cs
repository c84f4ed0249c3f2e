using System.CommandLine;
using SavepointCli.Cluster.Journal;
using SavepointCli.Rendering;

namespace SavepointCli.Commands.Operation;

/// <summary><c>operation list</c>: the journal, without asking any cluster.</summary>
internal sealed class OperationListCommand : Command
{
    private readonly CommandContext _context;
    private readonly Option<string> _output = OperationRenderer.Form();

    public OperationListCommand(CommandContext context)
        : base("list", "List the operations that were asked for from this machine, the latest first.")
    {
        _context = context;
        Add(_output);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var renderer = OperationRenderer.Of(parsed.GetValue(_output)!, _context.Output);
        var content = OperationJournal.Of(_context.Variables, _context.Time).List();
        renderer.WriteList(content.Operations);
        foreach (var unreadable in content.Unreadable) _context.Error.WriteLine($"note: {Printable.Text(unreadable)}");
        return (int)(content.Unreadable.Count == 0 ? ExitCode.Done : ExitCode.Partial);
    }
}
