using SavepointCli.Streaming.Graph;
using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.State;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming.Tests.Harness;

/// <summary>Runs one subtask of one operator, with state in memory and a clock that stands still.</summary>
internal sealed class OperatorHarness<TOut> : IOperatorContext, IOutput<TOut>, IStateInitializationContext
{
    private readonly Func<ManualClock, object>? _createKeyedState;
    private readonly List<Action<Watermark>> _timerServices = [];

    private OperatorHarness(StreamOperator @operator, MemoryOperatorState? restored, Func<ManualClock, object>? createKeyedState)
    {
        Operator = @operator;
        IsRestored = restored is not null;
        State = restored ?? new MemoryOperatorState();
        _createKeyedState = createKeyedState;
    }

    public StreamOperator Operator { get; }

    public MemoryOperatorState State { get; }

    public ManualClock Clock { get; } = new();

    public List<StreamRecord<TOut>> Records { get; } = [];

    public List<object> Elements { get; } = [];

    public IEnumerable<TOut> Values => Records.Select(record => record.Value);

    public int SplitRequests { get; set; }

    public object? KeyedState { get; private set; }

    public StringWriter StandardOutputText { get; } = new();

    public string OperatorName => "operator";

    public int SubtaskIndex { get; init; }

    public int Parallelism { get; init; } = 1;

    public int MaxParallelism => 128;

    public int AttemptNumber => 0;

    public CancellationToken Cancellation => CancellationToken.None;

    public TimeProvider TimeProvider => Clock;

    public IProcessingTimeService ProcessingTimeService => Clock;

    public TimeSpan AutoWatermarkInterval => TimeSpan.FromMilliseconds(200);

    public TextWriter StandardOutput => StandardOutputText;

    public bool IsRestored { get; }

    public long? RestoredCheckpointId => IsRestored ? 1 : null;

    public IOperatorStateStore OperatorStateStore => State;

    public IKeyedStateStore? KeyedStateStore => (IKeyedStateStore?)KeyedState;

    /// <summary>A harness whose operator is not opened yet.</summary>
    public static OperatorHarness<TOut> Of(
        StreamOperator @operator, MemoryOperatorState? restored = null, int subtask = 0, int parallelism = 1) =>
        new(@operator, restored, null) { SubtaskIndex = subtask, Parallelism = parallelism };

    /// <summary>A harness for an operator of a graph, keyed if it is.</summary>
    public static OperatorHarness<TOut> Of(StreamNode node) =>
        new(node.CreateOperator(), null, node.KeyType?.Dispatch(new KeyedStateFactory()));

    public OperatorHarness<TOut> Open()
    {
        KeyedState = _createKeyedState?.Invoke(Clock);
        Operator.Setup(this);
        Operator.InitializeState(this);
        Operator.Open();
        return this;
    }

    public void Process<TIn>(TIn value, long? timestamp = null) =>
        ((IOneInputOperator<TIn>)Operator).ProcessElement(new StreamRecord<TIn>(value, timestamp));

    public void Snapshot(long checkpointId) => Operator.SnapshotState(new SnapshotContext(checkpointId));

    public IOutput<T> GetOutput<T>() => (IOutput<T>)(object)this;

    public IOutput<T>? GetSideOutput<T>(OutputTag<T> tag) => null;

    public IKeyedStateBackend<TKey> GetKeyedStateBackend<TKey>() => (IKeyedStateBackend<TKey>)KeyedState!;

    public IInternalTimerService<TNamespace> GetTimerService<TKey, TNamespace>(
        string name, TypeInformation<TNamespace> namespaceType, ITriggerable<TKey, TNamespace> triggerable)
    {
        name.Should().Be("user-timers");
        _timerServices.Add(((ITimers<TKey>)KeyedState!).Connect((ITriggerable<TKey, VoidNamespace>)triggerable));
        return (IInternalTimerService<TNamespace>)KeyedState;
    }

    public void AdvanceWatermark(Watermark watermark) => _timerServices.ForEach(service => service(watermark));

    public void SendSplitRequest() => SplitRequests++;

    public void Collect(StreamRecord<TOut> record)
    {
        Records.Add(record);
        Elements.Add(record);
    }

    public void EmitWatermark(Watermark watermark) => Elements.Add(watermark);

    public void EmitWatermarkStatus(WatermarkStatus status) => Elements.Add(status);

    private sealed class KeyedStateFactory : ITypeDispatch<Func<ManualClock, object>>
    {
        // Every type that can be a key is one of C# that is never null.
        public Func<ManualClock, object> Dispatch<T>(TypeInformation<T> type) => clock =>
            Activator.CreateInstance(typeof(MemoryKeyedState<>).MakeGenericType(typeof(T)), clock)!;
    }

    private sealed record SnapshotContext(long CheckpointId) : IStateSnapshotContext
    {
        public long CheckpointTimestamp => 0;
    }
}
