namespace SavepointCli.Engine.Jobs;

/// <summary>Who owns the files of a restored snapshot, Flink's <c>RecoveryClaimMode</c>.</summary>
public enum ClaimMode
{
    /// <summary>The user; the engine never deletes them.</summary>
    NoClaim,

    /// <summary>The engine, as if it had taken the snapshot itself.</summary>
    Claim,

    /// <summary>Nobody in particular; the engine never deletes them but may depend on them for ever.</summary>
    Legacy,
}
