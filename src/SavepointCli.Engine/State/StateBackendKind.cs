namespace SavepointCli.Engine.State;

/// <summary>Where keyed state lives.</summary>
public enum StateBackendKind
{
    /// <summary>As objects in memory.</summary>
    HashMap,

    /// <summary>In RocksDB databases in a local folder.</summary>
    RocksDb,
}
