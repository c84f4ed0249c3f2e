using System.CommandLine;
using SavepointCli.Operations.State;
using SavepointCli.Rendering;
using SavepointCli.Storage;

namespace SavepointCli.Commands.State;

/// <summary><c>state read PATH</c>: every entry of a snapshot, or those that filters leave.</summary>
internal sealed class StateReadCommand : Command
{
    private const string JsonLines = "jsonl";
    private const string Csv = "csv";
    private const string Table = "table";

    private readonly CommandContext _context;
    private readonly Argument<string> _path = SnapshotOptions.Path();
    private readonly Option<string?> _operator = StateOptions.Operator();
    private readonly Option<string?> _state = StateOptions.State();
    private readonly Option<string?> _key = StateOptions.Key();
    private readonly Option<string?> _namespace = StateOptions.Namespace();
    private readonly Option<string?> _keyGroups = StateOptions.KeyGroups();
    private readonly Option<long?> _limit = new("--limit") { HelpName = "N", Description = "Stop after so many entries." };
    private readonly Option<string[]> _uids = SnapshotOptions.Uids();
    private readonly Option<string[]> _mappings = SnapshotOptions.Mappings();
    private readonly Option<string> _output = new("--output", "-o")
    {
        HelpName = $"{JsonLines}|{Csv}|{Table}",
        Description = $"{JsonLines} (default): one JSON object a line; {Csv}: with a heading; {Table}: columns for people.",
        DefaultValueFactory = _ => JsonLines,
    };

    public StateReadCommand(CommandContext context)
        : base("read", "Print the entries of the state, one a line.")
    {
        _context = context;
        _output.AcceptOnlyFromAmong(JsonLines, Csv, Table);
        _limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<long?>() < 0) result.AddError("--limit cannot be negative");
        });
        Add(_path);
        foreach (var option in new Option[] { _operator, _state, _key, _namespace, _keyGroups, _limit, _uids, _mappings, _output })
            Add(option);

        SetAction((parsed, cancellation) => Task.FromResult((int)Run(parsed, cancellation)));
    }

    private ExitCode Run(ParseResult parsed, CancellationToken cancellation)
    {
        var reading = new StateReadHandler(new FileStorage()).Open(ReadRequest(parsed));
        if (parsed.GetValue(_output) == JsonLines) WriteLines(reading, cancellation);
        else WriteRows(reading, parsed.GetValue(_output)!, cancellation);
        MovedFileRenderer.Write(reading.Moved, _context.Error);
        new StateFindingRenderer(_context.Error).Write(reading.Findings);
        return reading.ExitCode;
    }

    private void WriteLines(StateReading reading, CancellationToken cancellation)
    {
        using var output = _context.OutputBytes();
        reading.WriteLines(output, cancellation);
    }

    private void WriteRows(StateReading reading, string form, CancellationToken cancellation)
    {
        using IStateRenderer renderer = form == Csv ? new StateCsvRenderer(_context.Output) : new StateTableRenderer(_context.Output);
        foreach (var entry in reading.Entries(cancellation)) renderer.Write(entry);
        renderer.Complete();
    }

    private StateReadRequest ReadRequest(ParseResult parsed) => new()
    {
        Path = parsed.GetValue(_path)!,
        Operator = parsed.GetValue(_operator),
        State = parsed.GetValue(_state),
        Key = StateOptions.ReadText(parsed, _key),
        Namespace = StateOptions.ReadText(parsed, _namespace),
        KeyGroups = StateOptions.ReadKeyGroups(parsed, _keyGroups),
        Limit = parsed.GetValue(_limit),
        Uids = SnapshotOptions.ReadUids(parsed, _uids),
        Mappings = SnapshotOptions.ReadMappings(parsed, _mappings),
    };
}
