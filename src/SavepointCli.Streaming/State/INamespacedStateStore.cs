namespace SavepointCli.Streaming.State;

/// <summary>
/// Keyed states that are kept apart by a namespace besides the key, as those of windows are. A state refers to the current namespace at
/// the moment of each access. Implemented by the engine's state backends.
/// </summary>
/// <typeparam name="TNamespace">Type of the namespaces.</typeparam>
public interface INamespacedStateStore<in TNamespace> : IKeyedStateStore
{
    /// <summary>Makes a namespace the one that all states of this store refer to.</summary>
    void SetCurrentNamespace(TNamespace @namespace);
}
