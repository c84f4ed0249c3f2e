using System.CommandLine;
using SavepointCli.Operations.Inspect;
using SavepointCli.Rendering;
using SavepointCli.Storage;

namespace SavepointCli.Commands.Inspect;

/// <summary><c>inspect PATH [-o FORM] [--uid UID]... [--map FROM=TO]...</c>.</summary>
internal sealed class InspectCommand : Command
{
    private readonly CommandContext _context;
    private readonly Argument<string> _path = SnapshotOptions.Path();
    private readonly Option<string[]> _uids = SnapshotOptions.Uids();
    private readonly Option<string[]> _mappings = SnapshotOptions.Mappings();
    private readonly OutputOption _output = new(OutputForm.Table, OutputForm.Wide, OutputForm.Name, OutputForm.Json, OutputForm.Yaml);

    public InspectCommand(CommandContext context)
        : base("inspect", "Show what a savepoint or checkpoint holds, from its files alone.")
    {
        _context = context;
        Add(_path);
        Add(_output);
        Add(_uids);
        Add(_mappings);
        SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, cancellation)));
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var form = _output.Read(parsed);
        var request = new InspectRequest(parsed.GetValue(_path)!)
        {
            Uids = SnapshotOptions.ReadUids(parsed, _uids),
            Mappings = SnapshotOptions.ReadMappings(parsed, _mappings),
        };

        var report = new InspectHandler(new FileStorage()).Handle(request, cancellation);
        InspectRenderer.Write(report, form, _context.Output);
        MovedFileRenderer.Write(report.Moved, _context.Error);
        foreach (var finding in report.Findings) _context.Error.WriteLine($"note: {Printable.Text(finding)}");
        return (int)ExitCode.Done;
    }
}
