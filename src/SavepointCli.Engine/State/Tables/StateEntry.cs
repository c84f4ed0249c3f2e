namespace SavepointCli.Engine.State.Tables;

/// <summary>One state value with its address inside a key group.</summary>
internal struct StateEntry<TKey, TNamespace, TState>
{
    /// <summary>The snapshot version at which <see cref="State"/> became private to the task; <see cref="SnapshotVersions.None"/> marks a free slot.</summary>
    public int Version;

    /// <summary>The key.</summary>
    public TKey Key;

    /// <summary>The namespace; windows and other scopes below a key.</summary>
    public TNamespace Namespace;

    /// <summary>The value in the form the backend works on.</summary>
    public TState State;
}
