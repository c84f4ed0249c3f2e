namespace SavepointCli.Format.Metadata;

/// <summary>The binary format of a savepoint, Flink's class of that name.</summary>
public enum SavepointFormatType
{
    /// <summary>The same for all state backends.</summary>
    Canonical,

    /// <summary>The state backend's own.</summary>
    Native,
}
