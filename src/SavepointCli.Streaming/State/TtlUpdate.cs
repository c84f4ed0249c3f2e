namespace SavepointCli.Streaming.State;

/// <summary>What makes an entry live longer.</summary>
public enum TtlUpdate
{
    /// <summary>Creating and changing it.</summary>
    OnCreateAndWrite,

    /// <summary>Reading it as well.</summary>
    OnReadAndWrite,
}
