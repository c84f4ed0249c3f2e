using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming.State;

/// <summary>The keyed state of one subtask together with its key context.</summary>
/// <typeparam name="TKey">Type of the operator's keys.</typeparam>
public interface IKeyedStateBackend<TKey> : IKeyedStateStore
{
    /// <summary>The key that all states of the operator refer to. Set before every element and timer.</summary>
    /// <exception cref="InvalidOperationException">Read while no element or timer is being processed.</exception>
    TKey CurrentKey { get; set; }

    /// <summary>The states that are kept apart by a namespace besides the key; asking twice gives the same store.</summary>
    INamespacedStateStore<TNamespace> GetNamespacedStates<TNamespace>(TypeInformation<TNamespace> type);
}
