namespace SavepointCli.Streaming.Sources;

/// <summary>What is to be expected of the next poll.</summary>
public enum InputStatus
{
    /// <summary>Poll again at once.</summary>
    MoreAvailable,

    /// <summary>Nothing now; wait until the source is available.</summary>
    NothingAvailable,

    /// <summary>Nothing any more.</summary>
    EndOfInput,
}
