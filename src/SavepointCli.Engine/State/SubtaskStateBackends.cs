using SavepointCli.Engine.State.Keyed;
using SavepointCli.Engine.State.Restore;
using SavepointCli.Engine.State.RocksDb;
using SavepointCli.Engine.State.Snapshots;
using SavepointCli.Format.Handles;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.State;

/// <summary>
/// All state of one operator in one subtask, from restore to the last snapshot. Everything but running a <see cref="RunnableSnapshot"/>
/// belongs to the task's thread.
/// </summary>
public sealed class SubtaskStateBackends : IDisposable
{
    private readonly StateBackendContext _context;
    private readonly IReadOnlyList<KeyedStateHandle> _restoredKeyed;

    private SubtaskStateBackends(StateBackendContext context, OperatorStateBackend operatorState, IReadOnlyList<KeyedStateHandle> restoredKeyed)
    {
        _context = context;
        OperatorState = operatorState;
        _restoredKeyed = restoredKeyed;
    }

    /// <summary>State that belongs to no key.</summary>
    public OperatorStateBackend OperatorState { get; }

    /// <summary>Keyed state; null until <see cref="CreateKeyed{TKey}"/>, so always for an operator without key.</summary>
    public KeyedStateBackend? Keyed { get; private set; }

    /// <summary>Creates the backends and reads the restored operator state. Keyed state is read when the type of the keys is known.</summary>
    /// <param name="context">The operator and the subtask.</param>
    /// <param name="operatorState">Handles of the operator state that the subtask takes over, with the offsets that it gets.</param>
    /// <param name="keyedState">Handles of the keyed state that hold key groups of the subtask, whole: the backend takes its own.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="SavepointException">A stream is missing or damaged.</exception>
    public static SubtaskStateBackends Create(
        StateBackendContext context,
        IReadOnlyList<OperatorStateHandle> operatorState,
        IReadOnlyList<KeyedStateHandle> keyedState,
        CancellationToken cancellation)
    {
        var restored = RestoredOperatorStates.Load(context, operatorState, cancellation);
        return new SubtaskStateBackends(context, new OperatorStateBackend(context, restored), keyedState);
    }

    /// <summary>Creates the keyed backend and reads the restored keyed state.</summary>
    /// <exception cref="SavepointException">A stream is missing or damaged, or its keys are not of this type.</exception>
    public KeyedStateBackend<TKey> CreateKeyed<TKey>(TypeInformation<TKey> keyType, CancellationToken cancellation)
    {
        if (Keyed is not null)
        {
            throw new InvalidOperationException($"operator '{_context.OperatorName}' has a keyed state backend already");
        }

        var keyed = _context.Backend.Kind == StateBackendKind.RocksDb ? OnRocksDb(keyType, cancellation) : OnHeap(keyType, cancellation);
        Keyed = keyed;
        return keyed;
    }

    /// <summary>The synchronous part of a snapshot: freezes what the state is now and returns at once.</summary>
    public RunnableSnapshot Snapshot(SnapshotOptions options) => new(Keyed?.Freeze(options), OperatorState.Freeze(options));

    /// <inheritdoc/>
    public void Dispose() => Keyed?.Dispose();

    private KeyedStateBackend<TKey> OnHeap<TKey>(TypeInformation<TKey> keyType, CancellationToken cancellation)
    {
        var restored = RestoredKeyedStates.Load(_context, _restoredKeyed, cancellation);
        var core = KeyedBackendCore<TKey>.Create(_context, keyType, restored.KeySerializers, restored);
        return new KeyedStateBackend<TKey>(core, new HeapStorage<TKey>(core));
    }

    private KeyedStateBackend<TKey> OnRocksDb<TKey>(TypeInformation<TKey> keyType, CancellationToken cancellation)
    {
        var database = RocksDbStateDatabase.Restore(_context, _restoredKeyed, cancellation);
        try
        {
            var none = RestoredKeyedStates.Load(_context, [], cancellation);
            var core = KeyedBackendCore<TKey>.Create(_context, keyType, database.KeySerializers, none);
            return new KeyedStateBackend<TKey>(core, new RocksDbStorage<TKey>(core, database));
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }
}
