namespace SavepointCli.Operations.State;

/// <summary>
/// Collects findings. A state that can't be decoded fails for every entry, so each reason is kept once per operator and state.
/// </summary>
internal sealed class StateFindings
{
    private readonly List<Reasoned> _findings = [];
    private readonly HashSet<(string Operator, string? State, string Reason)> _known = [];

    public IReadOnlyList<StateFinding> All => [.. _findings.Select(reasoned => reasoned.Finding)];

    public void Opaque(StateOrigin origin, string state, string className) => Add(
        className,
        new StateFinding(
            StateFindingSeverity.Warning, ExitCode.Done, origin.Operator, state, origin.Subtask, $"holds values of {className}, which only that class can decode"));

    public void Unreadable(StateOrigin origin, string state, SavepointException fault) => Add(
        fault is Format.SavepointFormatException format ? format.What : fault.Message,
        new StateFinding(StateFindingSeverity.Warning, fault.ExitCode, origin.Operator, state, origin.Subtask, fault.Message));

    /// <summary>Where the bytes leave more than one reading of keys, says which one was taken.</summary>
    public void KeysTried(StateOrigin origin, ChangelogKeyType key) => Add(
        "keys",
        new StateFinding(
            StateFindingSeverity.Warning,
            ExitCode.Done,
            origin.Operator,
            State: null,
            origin.Subtask,
            $"the changelog does not say what its keys are; they are read as {key.Serializer.Describe()}, which every change fits"
            + (key.Alternatives.IsEmpty ? "" : $" (so would {string.Join(", ", key.Alternatives)})")));

    public void Missing(StateOrigin origin, SavepointException fault) => Add(
        $"{origin.Subtask} {fault.Message}",
        new StateFinding(StateFindingSeverity.Error, fault.ExitCode, origin.Operator, State: null, origin.Subtask, fault.Message));

    /// <summary>Adds what was found elsewhere, behind what is here.</summary>
    public void Add(StateFindings? others)
    {
        foreach (var (reason, finding) in others?._findings ?? [])
        {
            Add(reason, finding);
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _findings.Clear();
        _known.Clear();
    }

    private void Add(string reason, StateFinding finding)
    {
        if (_known.Add((finding.Operator, finding.State, reason)))
        {
            _findings.Add(new Reasoned(reason, finding));
        }
    }

    private readonly record struct Reasoned(string Reason, StateFinding Finding);
}
