namespace SavepointCli.Streaming.State;

/// <summary>Whether an expired entry that was not cleaned up yet may be seen.</summary>
public enum TtlVisibility
{
    /// <summary>Never.</summary>
    NeverReturnExpired,

    /// <summary>Yes, once: reading it removes it.</summary>
    ReturnExpiredIfNotCleanedUp,
}
