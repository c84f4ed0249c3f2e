namespace SavepointCli.Operations.State;

/// <summary>How much a <see cref="StateFinding"/> takes away from the result.</summary>
public enum StateFindingSeverity
{
    /// <summary>Entries are there, but parts of them can't be shown.</summary>
    Warning,

    /// <summary>Entries are missing.</summary>
    Error,
}
