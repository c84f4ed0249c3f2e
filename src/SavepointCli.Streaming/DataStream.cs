using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Graph;
using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.Sinks;
using SavepointCli.Streaming.State;
using SavepointCli.Streaming.Types;
using SavepointCli.Streaming.Windows;

namespace SavepointCli.Streaming;

/// <summary>
/// A stream of records. Functions given as lambdas must keep no state: all subtasks share them. Mirrors <c>DataStream</c>.
/// </summary>
public class DataStream<T>
{
    internal DataStream(StreamExecutionEnvironment environment, IReadOnlyList<StreamOrigin> origins, TypeInformation<T> type)
    {
        Environment = environment;
        Origins = origins;
        Type = type;
    }

    /// <summary>Type of the records.</summary>
    public TypeInformation<T> Type { get; }

    /// <summary>The environment in which the program describes its job.</summary>
    public StreamExecutionEnvironment Environment { get; }

    internal IReadOnlyList<StreamOrigin> Origins { get; }

    /// <summary>The key of the stream; null if it has none.</summary>
    private protected virtual KeyPartitioning<T>? Key => null;

    /// <summary>Turns each element into one other.</summary>
    public SingleOutputStreamOperator<TOut> Map<TOut>(Func<T, TOut> map, TypeInformation<TOut>? type = null) =>
        Map(new MapLambda<T, TOut>(map), type);

    /// <summary>Turns each element into one other.</summary>
    public SingleOutputStreamOperator<TOut> Map<TOut>(MapFunction<T, TOut> function, TypeInformation<TOut>? type = null) =>
        Transform("Map", function, copy => new MapOperator<T, TOut>(copy, Key), type);

    /// <summary>Turns each element into any number of others.</summary>
    public SingleOutputStreamOperator<TOut> FlatMap<TOut>(Func<T, IEnumerable<TOut>> flatMap, TypeInformation<TOut>? type = null) =>
        FlatMap(new FlatMapLambda<T, TOut>(flatMap), type);

    /// <summary>Turns each element into any number of others.</summary>
    public SingleOutputStreamOperator<TOut> FlatMap<TOut>(FlatMapFunction<T, TOut> function, TypeInformation<TOut>? type = null) =>
        Transform("Flat Map", function, copy => new FlatMapOperator<T, TOut>(copy, Key), type);

    /// <summary>Lets the elements pass for which <paramref name="filter"/> holds.</summary>
    public SingleOutputStreamOperator<T> Filter(Func<T, bool> filter) => Filter(new FilterLambda<T>(filter));

    /// <summary>Lets the elements pass for which <paramref name="function"/> holds.</summary>
    public SingleOutputStreamOperator<T> Filter(FilterFunction<T> function) =>
        Transform("Filter", function, copy => new FilterOperator<T>(copy, Key), Type);

    /// <summary>Processes the elements without key.</summary>
    public SingleOutputStreamOperator<TOut> Process<TOut>(ProcessFunction<T, TOut> function, TypeInformation<TOut>? type = null) =>
        Transform("Process", function, copy => new ProcessOperator<T, TOut>(copy), type);

    /// <summary>Gives the stream a key: elements of one key go to one subtask, which keeps their state.</summary>
    /// <exception cref="JobGraphException">Keys of this type have no Java hash; the message says why.</exception>
    public KeyedStream<T, TKey> KeyBy<TKey>(Func<T, TKey> selector, TypeInformation<TKey>? keyType = null)
    {
        var type = keyType ?? TypeInformation.Of<TKey>();
        if (type.ReasonAgainstKey is { } reason)
            throw new JobGraphException(
                $"Type {type} cannot be a key, because {reason}.", "Use numbers, strings or tuples of them as the key.");
        return new KeyedStream<T, TKey>(this, new KeyPartitioning<T, TKey>(selector, type));
    }

    /// <summary>Gathers the elements of the whole stream in windows, in one subtask. Mirrors <c>windowAll</c>.</summary>
    public WindowedStream<T, sbyte, TWindow> WindowAll<TWindow>(WindowAssigner<TWindow> assigner)
        where TWindow : struct, IWindow => new(KeyBy(_ => (sbyte)0), assigner, isNonParallel: true);

    /// <summary>This stream and others as one.</summary>
    public DataStream<T> Union(params DataStream<T>[] others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return new DataStream<T>(Environment, [.. Origins, .. others.SelectMany(other => other.Origins)], Type);
    }

    /// <summary>To every subtask of the next operator.</summary>
    public DataStream<T> Broadcast() => Partition(Partitioning.Broadcast);

    /// <summary>To every subtask of the next operator, which keeps broadcast state.</summary>
    public BroadcastStream<T> Broadcast<TKey, TValue>(MapStateDescriptor<TKey, TValue> state)
        where TKey : notnull => new(Broadcast(), [BroadcastStateRegistration.Of(state)]);

    /// <summary>Brings this stream together with a broadcast one.</summary>
    public BroadcastConnectedStream<T, TBroadcast> Connect<TBroadcast>(BroadcastStream<TBroadcast> broadcast) => new(this, broadcast);

    /// <summary>Brings this stream together with another one.</summary>
    public ConnectedStreams<T, TSecond> Connect<TSecond>(DataStream<TSecond> second) => new(this, second);

    /// <summary>To a random subtask of the next operator.</summary>
    public DataStream<T> Shuffle() => Partition(Partitioning.Shuffle);

    /// <summary>To each subtask of the next operator in turn.</summary>
    public DataStream<T> Rebalance() => Partition(Partitioning.Rebalance);

    /// <summary>To each subtask nearby of the next operator in turn.</summary>
    public DataStream<T> Rescale() => Partition(Partitioning.Rescale);

    /// <summary>To the first subtask of the next operator.</summary>
    public DataStream<T> Global() => Partition(Partitioning.Global);

    /// <summary>To the subtask of the next operator that has the same index.</summary>
    public DataStream<T> Forward() => Partition(Partitioning.Forward);

    /// <summary>Gives the elements timestamps and the stream watermarks.</summary>
    public SingleOutputStreamOperator<T> AssignTimestampsAndWatermarks(WatermarkStrategy<T> strategy) =>
        Transform("Timestamps/Watermarks", OperatorKind.OneInput, () => new TimestampsAndWatermarksOperator<T>(strategy), Type);

    /// <summary>Ends the stream in a function.</summary>
    public DataStreamSink<T> AddSink(SinkFunction<T> function)
    {
        CheckCopyable(function);
        return Sink("Unnamed", () => new SinkOperator<T>(Copy(function), Key));
    }

    /// <summary>Prints every element on the engine's standard output, behind the number of the subtask if there are several.</summary>
    public DataStreamSink<T> Print() => AddSink(new PrintSink<T>()).Name("Print to Std. Out");

    private protected SingleOutputStreamOperator<TOut> Transform<TFunction, TOut>(
        string name, TFunction function, Func<TFunction, StreamOperator> create, TypeInformation<TOut>? type, bool isNonParallel = false)
        where TFunction : RichFunction
    {
        CheckCopyable(function);
        return Transform(name, OperatorKind.OneInput, () => create(Copy(function)), type ?? TypeInformation.Of<TOut>(), isNonParallel);
    }

    private protected static void CheckCopyable(RichFunction function)
    {
        ArgumentNullException.ThrowIfNull(function);
        function.CopyForSubtask();
    }

    private protected static TFunction Copy<TFunction>(TFunction function)
        where TFunction : RichFunction => (TFunction)function.CopyForSubtask();

    private SingleOutputStreamOperator<TOut> Transform<TOut>(
        string name, OperatorKind kind, Func<StreamOperator> create, TypeInformation<TOut> type, bool isNonParallel = false)
    {
        var transformation = new Transformation(Environment.NextId, name, kind, create)
        {
            IsNonParallel = isNonParallel,
            Inputs = InputsOf(0),
            OutputType = type,
            KeyType = Key?.KeyType,
        };
        Environment.Add(transformation);
        return new SingleOutputStreamOperator<TOut>(Environment, transformation, type);
    }

    private DataStreamSink<T> Sink(string name, Func<StreamOperator> create)
    {
        var transformation = new Transformation(Environment.NextId, name, OperatorKind.OneInput, create)
        {
            Inputs = InputsOf(0),
            KeyType = Key?.KeyType,
        };
        Environment.Add(transformation);
        return new DataStreamSink<T>(transformation);
    }

    internal IReadOnlyList<TransformationInput> InputsOf(int inputIndex) =>
        [.. Origins.Select(origin => new TransformationInput(origin.Source, inputIndex, origin.Partitioning, origin.SideOutput))];

    private DataStream<T> Partition(Partitioning partitioning) =>
        new(Environment, [.. Origins.Select(origin => origin with { Partitioning = partitioning })], Type);
}
