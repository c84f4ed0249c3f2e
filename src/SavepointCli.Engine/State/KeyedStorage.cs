using SavepointCli.Engine.State.Snapshots;
using SavepointCli.Engine.State.Timers;
using SavepointCli.Format.Handles;
using SavepointCli.Streaming.State;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.State;

/// <summary>Where the keyed state of one operator in one subtask lives: what differs between state backends. Belongs to the task's thread.</summary>
internal abstract class KeyedStorage<TKey> : IDisposable
{
    /// <summary>The states of one type of namespace. Called once for each.</summary>
    public abstract INamespacedStateStore<TNamespace> States<TNamespace>(TypeInformation<TNamespace> namespaceType);

    /// <summary>A queue of timers with what was restored of it. Called once for each.</summary>
    /// <param name="service">Name of the timer service, for messages.</param>
    /// <param name="state">Name under which snapshots record the queue.</param>
    /// <param name="namespaceType">Type of the namespaces.</param>
    public abstract TimerQueue<TKey, TNamespace> Timers<TNamespace>(string service, string state, TypeInformation<TNamespace> namespaceType);

    /// <summary>A view of everything as it is now.</summary>
    public abstract IFrozenState<KeyedStateHandle> Freeze(SnapshotOptions options);

    /// <summary>A snapshot is complete: what it stored may be referred to by the next one.</summary>
    public virtual void NotifyCheckpointComplete(long checkpointId)
    {
    }

    /// <inheritdoc/>
    public abstract void Dispose();
}
