namespace SavepointCli.Operations.State;

/// <summary>Something that reading state could not do, without ending it.</summary>
/// <param name="Severity">Whether entries are missing.</param>
/// <param name="ExitCode">What a script should see if this is the worst.</param>
/// <param name="Operator">The operator as in <see cref="StateEntry.Operator"/>.</param>
/// <param name="State">Name of the state, or null if it is about all keyed state or all operator state of a subtask.</param>
/// <param name="Subtask">The first subtask in which it was met.</param>
/// <param name="Message">What, and where.</param>
public sealed record StateFinding(
    StateFindingSeverity Severity, ExitCode ExitCode, string Operator, string? State, int Subtask, string Message);
