namespace SavepointCli.Engine.Jobs;

/// <summary>The binary format of a savepoint, Flink's <c>SavepointFormatType</c>.</summary>
public enum SavepointFormat
{
    /// <summary>The same for all state backends.</summary>
    Canonical,

    /// <summary>The backend's own.</summary>
    Native,
}
