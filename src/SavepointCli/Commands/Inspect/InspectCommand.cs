using System.CommandLine;
using SavepointCli.Operations.Inspect;
using SavepointCli.Parsing;
using SavepointCli.Rendering;
using SavepointCli.Storage;

namespace SavepointCli.Commands.Inspect;

/// <summary><c>inspect PATH [-o table|json] [--uid UID]... [--map FROM=TO]...</c>.</summary>
internal sealed class InspectCommand : Command
{
    private readonly CommandContext _context;
    private readonly Argument<string> _path = SnapshotOptions.Path();
    private readonly Option<string[]> _uids = SnapshotOptions.Uids();
    private readonly Option<string[]> _mappings = SnapshotOptions.Mappings();
    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "Form of the output: table or json.",
        HelpName = "FORM",
        DefaultValueFactory = _ => "table",
    };

    public InspectCommand(CommandContext context)
        : base("inspect", "Show what a savepoint or checkpoint holds, from its files alone.")
    {
        _context = context;
        Add(_path);
        Add(_output);
        Add(_uids);
        Add(_mappings);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        Action<InspectReport, TextWriter> write = parsed.GetValue(_output) switch
        {
            "table" => InspectRenderer.WriteTable,
            "json" => InspectRenderer.WriteJson,
            var other => throw UsageErrors.Wrong($"'{other}' is no form of output; expected one of: table, json", "-o json"),
        };
        var request = new InspectRequest(parsed.GetValue(_path)!)
        {
            Uids = SnapshotOptions.ReadUids(parsed, _uids),
            Mappings = SnapshotOptions.ReadMappings(parsed, _mappings),
        };

        var report = new InspectHandler(new FileStorage()).Handle(request, CancellationToken.None);
        write(report, _context.Output);
        foreach (var finding in report.Findings)
        {
            _context.Error.WriteLine($"note: {Printable.Text(finding)}");
        }

        return (int)ExitCode.Done;
    }
}
