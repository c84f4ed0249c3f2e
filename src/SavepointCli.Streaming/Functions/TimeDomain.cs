namespace SavepointCli.Streaming.Functions;

/// <summary>Which clock a timer follows.</summary>
public enum TimeDomain
{
    /// <summary>The watermark.</summary>
    EventTime,

    /// <summary>The wall clock.</summary>
    ProcessingTime,
}
