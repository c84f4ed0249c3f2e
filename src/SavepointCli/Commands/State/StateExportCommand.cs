using System.CommandLine;
using SavepointCli.Operations.Export;
using SavepointCli.Parsing;
using SavepointCli.Rendering;
using SavepointCli.Storage;

namespace SavepointCli.Commands.State;

/// <summary><c>state export PATH --format FORM --out DIR</c>: the state as files for other programs, one for each state.</summary>
internal sealed class StateExportCommand : Command
{
    private readonly CommandContext _context;
    private readonly Argument<string> _path = SnapshotOptions.Path();
    private readonly Option<string> _format = new("--format")
    {
        HelpName = "parquet|csv|jsonl",
        Description = "Form of the files (parquet unless given).",
        DefaultValueFactory = _ => "parquet",
    };

    private readonly Option<string> _directory = new("--out") { HelpName = "DIR", Description = "Directory that takes the files; created if it is not there.", Required = true };
    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "Write into a directory that is not empty, and replace files of the same names." };
    private readonly Option<string?> _operator = StateOptions.Operator();
    private readonly Option<string?> _state = StateOptions.State();
    private readonly Option<string[]> _uids = SnapshotOptions.Uids();
    private readonly Option<string[]> _mappings = SnapshotOptions.Mappings();
    private readonly OutputOption _output = new(OutputForm.Table, OutputForm.Name, OutputForm.Json, OutputForm.Yaml);

    public StateExportCommand(CommandContext context)
        : base("export", "Write the state to Parquet, CSV or JSON files, one for each state.")
    {
        _context = context;
        Add(_path);
        foreach (var option in new Option[] { _format, _directory, _overwrite, _operator, _state, _uids, _mappings, _output }) Add(option);
        SetAction(async (parsed, cancellation) => (int)await RunAsync(parsed, cancellation).ConfigureAwait(false));
    }

    private async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var form = _output.Read(parsed);
        var request = new StateExportRequest(parsed.GetValue(_path)!, parsed.GetValue(_directory)!, FormatOf(parsed.GetValue(_format)!))
        {
            Operator = parsed.GetValue(_operator),
            State = parsed.GetValue(_state),
            Overwrite = parsed.GetValue(_overwrite),
            Uids = SnapshotOptions.ReadUids(parsed, _uids),
            Mappings = SnapshotOptions.ReadMappings(parsed, _mappings),
        };

        StateExportReport report;
        using (var progress = ExportProgressLine.For(_context))
        {
            report = await new StateExportHandler(new FileStorage()).HandleAsync(request, progress, cancellation).ConfigureAwait(false);
        }

        StateExportRenderer.Write(report, form, _context.Output);
        MovedFileRenderer.Write(report.Moved, _context.Error);
        new StateFindingRenderer(_context.Error).Write(report.Findings);
        return report.ExitCode;
    }

    private static ExportFormat FormatOf(string name) => name switch
    {
        "parquet" => ExportFormat.Parquet,
        "csv" => ExportFormat.Csv,
        "jsonl" => ExportFormat.Jsonl,
        _ => throw UsageErrors.Wrong($"'{name}' is no form of files; expected one of: parquet, csv, jsonl", "--format parquet"),
    };
}
