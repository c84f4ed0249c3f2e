namespace SavepointCli.Cluster.Journal;

/// <summary>Why an operation did not succeed, kept so that a later command ends as the first one did.</summary>
/// <param name="ExitCode">The number of the <see cref="ExitCode"/>.</param>
/// <param name="Message">What happened.</param>
/// <param name="Hint">What to try, or null.</param>
public sealed record OperationFailure(int ExitCode, string Message, string? Hint)
{
    internal static OperationFailure Of(SavepointException fault) => new((int)fault.ExitCode, fault.Message, fault.Hint);

    internal SavepointException ToFault() => new((ExitCode)ExitCode, Message, Hint);
}
