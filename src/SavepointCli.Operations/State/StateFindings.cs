namespace SavepointCli.Operations.State;

/// <summary>
/// Collects findings. A state that can't be decoded fails for every entry, so each reason is kept once per operator and state.
/// </summary>
internal sealed class StateFindings
{
    private readonly List<StateFinding> _findings = [];
    private readonly HashSet<(string Operator, string? State, string Reason)> _known = [];

    public IReadOnlyList<StateFinding> All => _findings;

    public void Opaque(StateOrigin origin, string state, string className) => Add(
        (origin.Operator, state, className),
        new StateFinding(
            StateFindingSeverity.Warning, ExitCode.Done, origin.Operator, state, origin.Subtask, $"holds values of {className}, which only that class can decode"));

    public void Unreadable(StateOrigin origin, string state, SavepointException fault) => Add(
        (origin.Operator, state, fault is Format.SavepointFormatException format ? format.What : fault.Message),
        new StateFinding(StateFindingSeverity.Warning, fault.ExitCode, origin.Operator, state, origin.Subtask, fault.Message));

    public void Missing(StateOrigin origin, SavepointException fault) => Add(
        (origin.Operator, null, $"{origin.Subtask} {fault.Message}"),
        new StateFinding(StateFindingSeverity.Error, fault.ExitCode, origin.Operator, State: null, origin.Subtask, fault.Message));

    private void Add((string, string?, string) reason, StateFinding finding)
    {
        if (_known.Add(reason))
        {
            _findings.Add(finding);
        }
    }
}
