using System.CommandLine;
using SavepointCli.Operations.State;
using SavepointCli.Rendering;
using SavepointCli.Storage;

namespace SavepointCli.Commands.State;

/// <summary><c>state get PATH [MAPKEY]</c>: what a state holds for one key.</summary>
internal sealed class StateGetCommand : Command
{
    private const string Value = "value";
    private const string JsonLines = "jsonl";

    private readonly CommandContext _context;
    private readonly Argument<string> _path = SnapshotOptions.Path();
    private readonly Argument<string?> _mapKey = new("MAPKEY") { Description = "Of a map state, the value of this map key alone.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _operator = Required(StateOptions.Operator(), "Uid or id of the operator.");
    private readonly Option<string?> _state = Required(StateOptions.State(), "Name of the state.");
    private readonly Option<string?> _key = Required(StateOptions.Key(), "The key, in the form in which keys are printed, or as bare text.");
    private readonly Option<string?> _namespace = StateOptions.Namespace();
    private readonly Option<string[]> _uids = SnapshotOptions.Uids();
    private readonly Option<string[]> _mappings = SnapshotOptions.Mappings();
    private readonly Option<string> _output = new("--output", "-o")
    {
        HelpName = $"{Value}|{JsonLines}",
        Description = $"{Value} (default): the value as JSON; {JsonLines}: the entry as state read prints it.",
        DefaultValueFactory = _ => Value,
    };

    public StateGetCommand(CommandContext context)
        : base("get", "Print what a state holds for one key, without reading the others.")
    {
        _context = context;
        _output.AcceptOnlyFromAmong(Value, JsonLines);
        Add(_path);
        Add(_mapKey);
        foreach (var option in new Option[] { _operator, _state, _key, _namespace, _uids, _mappings, _output })
            Add(option);

        SetAction((parsed, cancellation) => Task.FromResult((int)Run(parsed, cancellation)));
    }

    private static Option<string?> Required(Option<string?> option, string description)
    {
        option.Required = true;
        option.Description = description;
        return option;
    }

    private ExitCode Run(ParseResult parsed, CancellationToken cancellation)
    {
        var report = new StateGetHandler(new FileStorage()).Handle(ReadRequest(parsed), cancellation);
        new StateGetRenderer(_context.Output, _context.Error).Write(report, valueAlone: parsed.GetValue(_output) == Value);
        return report.ExitCode;
    }

    private StateGetRequest ReadRequest(ParseResult parsed) => new()
    {
        Path = parsed.GetValue(_path)!,
        Operator = parsed.GetValue(_operator)!,
        State = parsed.GetValue(_state)!,
        Key = StateOptions.ReadText(parsed, _key)!,
        Namespace = StateOptions.ReadText(parsed, _namespace),
        MapKey = parsed.GetValue(_mapKey) is { } mapKey ? new WantedText(mapKey) : null,
        Uids = SnapshotOptions.ReadUids(parsed, _uids),
        Mappings = SnapshotOptions.ReadMappings(parsed, _mappings),
    };
}
