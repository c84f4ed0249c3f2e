using System.CommandLine;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Operations.State;
using SavepointCli.Rendering;
using SavepointCli.Storage;

namespace SavepointCli.Commands.State;

/// <summary><c>state read PATH</c>: every entry of a snapshot, or those of one operator or state.</summary>
internal sealed class StateReadCommand : Command
{
    private const string JsonLines = "jsonl";
    private const string Table = "table";

    private readonly CommandContext _context;
    private readonly Argument<string> _path = new("PATH") { Description = "Directory or _metadata file of the savepoint or checkpoint." };
    private readonly Option<string?> _operator = new("--operator") { HelpName = "UID|ID", Description = "Only the operator with this uid or id." };
    private readonly Option<string?> _state = new("--state") { HelpName = "NAME", Description = "Only the states of this name." };
    private readonly Option<string[]> _uids = new("--uid")
    {
        HelpName = "UID",
        Description = "A uid of the job, to name its operator where the snapshot stores only ids; may be repeated.",
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<string[]> _mappings = new("--map")
    {
        HelpName = "FROM=TO",
        Description = "Files that the snapshot finds below FROM lie below TO now; may be repeated.",
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<string> _output = new("--output", "-o")
    {
        HelpName = $"{JsonLines}|{Table}",
        Description = $"{JsonLines} (default): one JSON object a line; {Table}: columns for people.",
        DefaultValueFactory = _ => JsonLines,
    };

    public StateReadCommand(CommandContext context)
        : base("read", "Print the entries of the state, one a line.")
    {
        _context = context;
        _output.AcceptOnlyFromAmong(JsonLines, Table);
        Add(_path);
        foreach (var option in new Option[] { _operator, _state, _uids, _mappings, _output })
        {
            Add(option);
        }

        SetAction((parsed, cancellation) => Task.FromResult((int)Run(parsed, cancellation)));
    }

    private ExitCode Run(ParseResult parsed, CancellationToken cancellation)
    {
        var reading = new StateReadHandler(new FileStorage()).Open(ReadRequest(parsed));
        using IStateRenderer renderer = parsed.GetValue(_output) == Table ? new StateTableRenderer(_context.Output) : new StateLinesRenderer(_context.Output);
        foreach (var entry in reading.Entries(cancellation)) renderer.Write(entry);
        renderer.Complete();
        new StateFindingRenderer(_context.Error).Write(reading.Findings);
        return reading.ExitCode;
    }

    private StateReadRequest ReadRequest(ParseResult parsed) => new()
    {
        Path = parsed.GetValue(_path)!,
        Operator = parsed.GetValue(_operator),
        State = parsed.GetValue(_state),
        Uids = [.. parsed.GetValue(_uids) ?? []],
        Mappings = new PathMappings((parsed.GetValue(_mappings) ?? []).Select(PathMapping.Parse)),
    };
}
