using SavepointCli.Engine.Graph;
using SavepointCli.Engine.State;
using SavepointCli.Engine.State.Snapshots;
using SavepointCli.Streaming;
using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.State;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.Tasks;

/// <summary>What one operator in one subtask is given: its place, its clock, its output and its state.</summary>
internal sealed class OperatorContext : IOperatorContext, IDisposable
{
    private readonly TaskDeployment _deployment;
    private readonly TaskEnvironment _environment;
    private readonly JobOperator _operator;
    private readonly OperatorOutputs _outputs;
    private readonly SubtaskStateBackends _state;

    /// <summary>Reads the operator state that is restored; keyed state too, if the operator is keyed.</summary>
    public OperatorContext(
        TaskDeployment deployment,
        TaskEnvironment environment,
        JobOperator @operator,
        OperatorOutputs outputs,
        IProcessingTimeService processingTime,
        CancellationToken cancellation)
    {
        _deployment = deployment;
        _environment = environment;
        _operator = @operator;
        _outputs = outputs;
        ProcessingTimeService = processingTime;
        Cancellation = cancellation;
        var vertex = deployment.Subtask.Vertex;
        var restored = deployment.StateOf(@operator.Id);
        _state = SubtaskStateBackends.Create(
            new StateBackendContext(
                @operator.Node.Name, vertex.KeyGroupsOf(SubtaskIndex), vertex.MaxParallelism, environment.Time, deployment.StateStreams)
            {
                Kryo = deployment.Kryo,
                Backend = environment.Backend,
            },
            restored.ManagedOperatorState, restored.ManagedKeyedState, cancellation);
        @operator.Node.KeyType?.Dispatch(new KeyedBackendCreation(_state, cancellation));
    }

    /// <inheritdoc/>
    public string OperatorName => _operator.Node.Name;

    /// <inheritdoc/>
    public int SubtaskIndex => _deployment.Subtask.Index;

    /// <inheritdoc/>
    public int Parallelism => _deployment.Subtask.Vertex.Parallelism;

    /// <inheritdoc/>
    public int MaxParallelism => _deployment.Subtask.Vertex.MaxParallelism;

    /// <inheritdoc/>
    public int AttemptNumber => _deployment.Subtask.Attempt;

    /// <inheritdoc/>
    public CancellationToken Cancellation { get; }

    /// <inheritdoc/>
    public TimeProvider TimeProvider => _environment.Time;

    /// <inheritdoc/>
    public IProcessingTimeService ProcessingTimeService { get; }

    /// <inheritdoc/>
    public TimeSpan AutoWatermarkInterval => _environment.AutoWatermarkInterval;

    /// <inheritdoc/>
    public TextWriter StandardOutput => _environment.StandardOutput;

    /// <inheritdoc/>
    public IOutput<T> GetOutput<T>() => _outputs.Main as IOutput<T>
        ?? throw new InvalidOperationException($"Operator '{OperatorName}' emits no records of type {typeof(T)}.");

    /// <inheritdoc/>
    public IOutput<T>? GetSideOutput<T>(OutputTag<T> tag) => _outputs.Side(tag);

    /// <inheritdoc/>
    public IKeyedStateBackend<TKey> GetKeyedStateBackend<TKey>() => Keyed<TKey>();

    /// <inheritdoc/>
    public IInternalTimerService<TNamespace> GetTimerService<TKey, TNamespace>(
        string name, TypeInformation<TNamespace> namespaceType, ITriggerable<TKey, TNamespace> triggerable) =>
        Keyed<TKey>().GetTimerService(name, namespaceType, ProcessingTimeService, triggerable);

    /// <inheritdoc/>
    public void AdvanceWatermark(Watermark watermark) => _state.Keyed?.AdvanceWatermark(watermark.Timestamp);

    /// <inheritdoc/>
    public void SendSplitRequest() => _environment.Listener.OnSplitRequested(_deployment.Subtask, _operator.Id);

    /// <summary>What the operator finds its restored state in.</summary>
    public IStateInitializationContext ToInitializationContext() => new StateInitializationContext(
        _deployment.IsRestored, _deployment.RestoredCheckpointId, _state.OperatorState, _state.Keyed as IKeyedStateStore);

    /// <summary>A checkpoint is complete.</summary>
    public void NotifyCheckpointComplete(long checkpointId) => _state.Keyed?.NotifyCheckpointComplete(checkpointId);

    /// <summary>Freezes the operator's state.</summary>
    public RunnableSnapshot Snapshot(SnapshotOptions options) => _state.Snapshot(options);

    /// <inheritdoc/>
    public void Dispose() => _state.Dispose();

    private KeyedStateBackend<TKey> Keyed<TKey>() => _state.Keyed as KeyedStateBackend<TKey>
        ?? throw new InvalidOperationException($"The input of operator '{OperatorName}' is not keyed by {typeof(TKey)}.");

    private sealed class KeyedBackendCreation(SubtaskStateBackends state, CancellationToken cancellation) : ITypeDispatch<KeyedStateBackend>
    {
        public KeyedStateBackend Dispatch<T>(TypeInformation<T> type) => state.CreateKeyed(type, cancellation);
    }
}
