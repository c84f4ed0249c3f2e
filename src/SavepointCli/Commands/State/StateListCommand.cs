using System.CommandLine;
using SavepointCli.Operations.StateList;
using SavepointCli.Parsing;
using SavepointCli.Rendering;
using SavepointCli.Storage;

namespace SavepointCli.Commands.State;

/// <summary><c>state list PATH [--skew | --no-count]</c>: the states of a snapshot with their types and sizes.</summary>
internal sealed class StateListCommand : Command
{
    private readonly CommandContext _context;
    private readonly Argument<string> _path = SnapshotOptions.Path();
    private readonly Option<string?> _operator = StateOptions.Operator();
    private readonly Option<string?> _state = StateOptions.State();
    private readonly Option<bool> _skew = new("--skew") { Description = "Add how the entries are spread over subtasks and key groups, and the largest keys." };
    private readonly Option<bool> _noCount = new("--no-count") { Description = "Names and types only: reads the head of each file and no entries." };
    private readonly Option<string[]> _uids = SnapshotOptions.Uids();
    private readonly Option<string[]> _mappings = SnapshotOptions.Mappings();
    private readonly OutputOption _output = new(OutputForm.Table, OutputForm.Wide, OutputForm.Name, OutputForm.Json, OutputForm.Yaml);

    public StateListCommand(CommandContext context)
        : base("list", "List the states with their types, entries and sizes.")
    {
        _context = context;
        Add(_path);
        foreach (var option in new Option[] { _operator, _state, _skew, _noCount, _uids, _mappings, _output }) Add(option);
        SetAction((parsed, cancellation) => Task.FromResult((int)Run(parsed, cancellation)));
    }

    private ExitCode Run(ParseResult parsed, CancellationToken cancellation)
    {
        var form = _output.Read(parsed);
        var request = new StateListRequest(parsed.GetValue(_path)!)
        {
            Operator = parsed.GetValue(_operator),
            State = parsed.GetValue(_state),
            Depth = DepthOf(parsed, form),
            Uids = SnapshotOptions.ReadUids(parsed, _uids),
            Mappings = SnapshotOptions.ReadMappings(parsed, _mappings),
        };

        var report = new StateListHandler(new FileStorage()).Handle(request, cancellation);
        StateListRenderer.Write(report, form, _context.Output);
        MovedFileRenderer.Write(report.Moved, _context.Error);
        new StateFindingRenderer(_context.Error).Write(report.Findings);
        return report.ExitCode;
    }

    private StateListDepth DepthOf(ParseResult parsed, OutputForm form) => (parsed.GetValue(_skew), parsed.GetValue(_noCount)) switch
    {
        (true, true) => throw UsageErrors.Wrong("--skew and --no-count exclude each other", "give one of them"),
        (true, false) => StateListDepth.Skew,
        (false, false) when form != OutputForm.Name => StateListDepth.Counts,
        _ => StateListDepth.Types,
    };
}
