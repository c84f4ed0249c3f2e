namespace SavepointCli.Format.Metadata;

/// <summary>What the bytes of a stream are to the operator that they belong to.</summary>
public enum StateStreamRole
{
    /// <summary>State of the operator's coordinator.</summary>
    Coordinator,

    /// <summary>Managed operator state: lists, union lists, broadcast maps.</summary>
    ManagedOperator,

    /// <summary>Raw operator state: the user's own bytes.</summary>
    RawOperator,

    /// <summary>Managed keyed state.</summary>
    ManagedKeyed,

    /// <summary>Raw keyed state, e.g. timers beside RocksDB.</summary>
    RawKeyed,

    /// <summary>Records in flight of an unaligned checkpoint.</summary>
    Channel,
}
