using SavepointCli.Engine.State;
using SavepointCli.Engine.State.Snapshots;
using SavepointCli.Engine.Tasks;
using SavepointCli.Engine.Tests.State;
using SavepointCli.Streaming;
using SavepointCli.Streaming.Graph;
using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.State;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.Tests.Windows;

/// <summary>Runs the operator named <c>tested</c> of a job in one subtask over the engine's state backend, with a clock that the test moves.</summary>
internal sealed class KeyedOperatorHarness<TKey, TOut> : IOperatorContext, IDisposable
{
    private readonly BackendFolder _folder;
    private readonly KeyedStateBackend<TKey> _backend;
    private readonly Dictionary<string, object> _sides = [];

    public KeyedOperatorHarness(BackendFolder folder, Action<StreamExecutionEnvironment> program, OperatorSnapshot? restored = null)
    {
        _folder = folder;
        _backend = folder.OpenKeyed<TKey>(restored);
        Operator = NodeOf(program).CreateOperator();
        Operator.Setup(this);
        Operator.InitializeState(new StateInitializationContext(restored is not null, null, folder.Open().OperatorState, _backend));
        Operator.Open();
    }

    public StreamOperator Operator { get; }

    public Collected<TOut> Main { get; } = new();

    public IEnumerable<TOut> Values => Main.Records.Select(record => record.Value);

    public ManualClock Clock { get; } = new();

    public string OperatorName => "tested";

    public int SubtaskIndex => 0;

    public int Parallelism => 1;

    public int MaxParallelism => BackendFolder.MaxParallelism;

    public int AttemptNumber => 0;

    public CancellationToken Cancellation => CancellationToken.None;

    public TimeProvider TimeProvider => _folder.Time;

    public IProcessingTimeService ProcessingTimeService => Clock;

    public TimeSpan AutoWatermarkInterval => TimeSpan.Zero;

    public TextWriter StandardOutput => TextWriter.Null;

    public void Process<TIn>(TIn value, long? timestamp = null) =>
        ((IOneInputOperator<TIn>)Operator).ProcessElement(new StreamRecord<TIn>(value, timestamp));

    public void Watermark<TIn>(long timestamp) => ((IOneInputOperator<TIn>)Operator).ProcessWatermark(new Watermark(timestamp));

    public void First<TFirst, TSecond>(TFirst value, long? timestamp = null) =>
        ((ITwoInputOperator<TFirst, TSecond>)Operator).FirstInput.ProcessElement(new StreamRecord<TFirst>(value, timestamp));

    public void Second<TFirst, TSecond>(TSecond value, long? timestamp = null) =>
        ((ITwoInputOperator<TFirst, TSecond>)Operator).SecondInput.ProcessElement(new StreamRecord<TSecond>(value, timestamp));

    public void WatermarkOfBoth<TFirst, TSecond>(long timestamp)
    {
        var inputs = (ITwoInputOperator<TFirst, TSecond>)Operator;
        inputs.FirstInput.ProcessWatermark(new Watermark(timestamp));
        inputs.SecondInput.ProcessWatermark(new Watermark(timestamp));
    }

    public OperatorSnapshot Snapshot() => _folder.Snapshot(_backend);

    public Collected<T> Side<T>(OutputTag<T> tag) => (Collected<T>)GetSideOutput(tag)!;

    public IOutput<T> GetOutput<T>() => (IOutput<T>)(object)Main;

    public IOutput<T>? GetSideOutput<T>(OutputTag<T> tag)
    {
        if (!_sides.TryGetValue(tag.Id, out var side))
        {
            _sides.Add(tag.Id, side = new Collected<T>());
        }

        return (IOutput<T>)side;
    }

    public IKeyedStateBackend<T> GetKeyedStateBackend<T>() => (IKeyedStateBackend<T>)(object)_backend;

    public IInternalTimerService<TNamespace> GetTimerService<T, TNamespace>(
        string name, TypeInformation<TNamespace> namespaceType, ITriggerable<T, TNamespace> triggerable) =>
        _backend.GetTimerService(name, namespaceType, Clock, (ITriggerable<TKey, TNamespace>)triggerable);

    public void AdvanceWatermark(Watermark watermark) => _backend.AdvanceWatermark(watermark.Timestamp);

    public void SendSplitRequest() => throw new NotSupportedException("the operator is no source");

    public void Dispose() => _backend.Dispose();

    private static StreamNode NodeOf(Action<StreamExecutionEnvironment> program)
    {
        using var capture = new GraphCapture(1, new Dictionary<string, string>());
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        program(environment);
        environment.Execute("test");
        return capture.Graph!.Nodes.Single(node => node.Uid == "tested");
    }
}
