using SavepointCli.Format.Metadata;
using SavepointCli.Operations.Snapshots;

namespace SavepointCli.Operations.Verify;

/// <summary>The subtask whose data are being checked, and where findings about it go.</summary>
/// <param name="Snapshot">The snapshot.</param>
/// <param name="State">The operator.</param>
/// <param name="Name">Its uid where it is known, else its id.</param>
/// <param name="Subtask">Index of the subtask.</param>
/// <param name="Findings">Takes what is found.</param>
/// <param name="Counter">Counts what was read.</param>
internal sealed record CheckOrigin(
    Snapshot Snapshot, OperatorState State, string Name, int Subtask, VerifyFindings Findings, EntryCounter Counter)
{
    /// <summary>Adds an error at a place.</summary>
    public void Add(VerifyCode code, string path, long? offset, string message, string? state = null) =>
        Findings.Add(FindingOf(VerifySeverity.Error, code, path, offset, message, state));

    /// <summary>Adds, once for a state, that something could not be checked.</summary>
    public void AddNote(string path, string message, string? state = null) =>
        Findings.AddOnce(FindingOf(VerifySeverity.Note, VerifyCode.NotChecked, path, offset: null, message, state));

    /// <summary>Adds that state could not be read, because nobody here knows what the head of its stream describes.</summary>
    public void AddUnknown(string path, string message) => Findings.AddOnce(
        FindingOf(VerifySeverity.Warning, VerifyCode.NotChecked, path, offset: null, $"{message}; its state was not read", state: null));

    /// <summary>Adds an error of a stream's head, which every run of its key groups meets.</summary>
    public void AddHeader(string path, long offset, string message) => Findings.AddOnce(
        FindingOf(VerifySeverity.Error, VerifyCode.Header, path, offset, message, state: null));

    private VerifyFinding FindingOf(VerifySeverity severity, VerifyCode code, string path, long? offset, string message, string? state) =>
        new(severity, code, path, offset, message) { Operator = Name, Subtask = Subtask, State = state };
}
