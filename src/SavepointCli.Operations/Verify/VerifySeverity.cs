namespace SavepointCli.Operations.Verify;

/// <summary>How bad a <see cref="VerifyFinding"/> is.</summary>
public enum VerifySeverity
{
    /// <summary>Something that could not be checked; nothing is known to be wrong with it.</summary>
    Note,

    /// <summary>Something that does no harm to the state but should not be there.</summary>
    Warning,

    /// <summary>Damage: a restore would fail or lose state.</summary>
    Error,
}
