namespace SavepointCli.Streaming.Sources;

/// <summary>Whether a source ends.</summary>
public enum Boundedness
{
    /// <summary>It ends by itself.</summary>
    Bounded,

    /// <summary>It goes on until the job is stopped.</summary>
    ContinuousUnbounded,
}
