namespace SavepointCli.Streaming.Operators;

/// <summary>Whether a channel takes part in the watermark.</summary>
public enum WatermarkStatus
{
    /// <summary>It does.</summary>
    Active,

    /// <summary>It does not, because nothing has come over it for a while.</summary>
    Idle,
}
