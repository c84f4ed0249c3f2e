using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Graph;
using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.Sources;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming;

/// <summary>
/// Where a program describes its job: sources, then operators, then <see cref="Execute"/>. Mirrors
/// <c>StreamExecutionEnvironment</c>.
/// </summary>
public sealed class StreamExecutionEnvironment
{
    /// <summary>The most key groups there can be.</summary>
    internal const int UpperBoundMaxParallelism = 1 << 15;

    private readonly GraphCapture? _capture;
    private readonly List<Transformation> _transformations = [];
    private readonly Dictionary<string, string> _configuration = new(StringComparer.Ordinal);
    private int? _parallelism;
    private int? _maxParallelism;
    private string? _savepointDirectory;
    private bool _isChainingEnabled = true;

    private StreamExecutionEnvironment(GraphCapture? capture) => _capture = capture;

    /// <summary>How the job takes checkpoints.</summary>
    public CheckpointConfig CheckpointConfig { get; set; } = new();

    /// <summary>Settings of the submission and those made by <see cref="Configure"/>; keys as in Flink's configuration.</summary>
    public IReadOnlyDictionary<string, string> Configuration => _configuration;

    /// <summary>The environment in which the program runs.</summary>
    public static StreamExecutionEnvironment GetExecutionEnvironment()
    {
        var environment = new StreamExecutionEnvironment(GraphCapture.Current);
        return GraphCapture.Current is { } capture ? environment.Configure(capture.Configuration) : environment;
    }

    /// <summary>Number of subtasks of operators that set none.</summary>
    public StreamExecutionEnvironment SetParallelism(int parallelism)
    {
        _parallelism = CheckParallelism(parallelism);
        return this;
    }

    /// <summary>Number of key groups of operators that set none. Fixed for the life of the job's keyed state.</summary>
    public StreamExecutionEnvironment SetMaxParallelism(int maxParallelism)
    {
        _maxParallelism = CheckParallelism(maxParallelism);
        return this;
    }

    /// <summary>Takes a checkpoint every <paramref name="interval"/>, exactly once.</summary>
    public StreamExecutionEnvironment EnableCheckpointing(TimeSpan interval)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, TimeSpan.FromMilliseconds(10));
        CheckpointConfig = CheckpointConfig with { Interval = interval };
        return this;
    }

    /// <summary>Where savepoints go that name no target.</summary>
    public StreamExecutionEnvironment SetDefaultSavepointDirectory(string directory)
    {
        _savepointDirectory = directory;
        return this;
    }

    /// <summary>Runs every operator in a vertex of its own.</summary>
    public StreamExecutionEnvironment DisableOperatorChaining()
    {
        _isChainingEnabled = false;
        return this;
    }

    /// <summary>Sets settings of the job; keys as in Flink's configuration.</summary>
    public StreamExecutionEnvironment Configure(IEnumerable<KeyValuePair<string, string>> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        foreach (var (key, value) in settings)
            _configuration[key] = value;
        return this;
    }

    /// <summary>The numbers from <paramref name="from"/> to <paramref name="to"/>, both included.</summary>
    public SingleOutputStreamOperator<long> FromSequence(long from, long to) =>
        FromSource(new NumberSequenceSource(from, to), WatermarkStrategy.NoWatermarks<long>(), "Sequence Source");

    /// <summary>A few elements, from one subtask.</summary>
    public SingleOutputStreamOperator<T> FromCollection<T>(IEnumerable<T> elements, TypeInformation<T>? type = null)
    {
        T[] copy = [.. elements];
        return AddLegacySource("Collection Source", () => new FromElementsFunction<T>(copy), type, isNonParallel: true);
    }

    /// <summary>The records of a source.</summary>
    public SingleOutputStreamOperator<T> FromSource<T>(
        Source<T> source, WatermarkStrategy<T> watermarks, string name, TypeInformation<T>? type = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(watermarks);
        return Add(
            type ?? TypeInformation.Of<T>(),
            outputType => new Transformation(NextId, name, OperatorKind.Source, () => source.CreateOperator(watermarks))
            {
                OutputType = outputType,
                CreateCoordinator = source.CreateCoordinator,
            });
    }

    /// <summary>The records of a source that runs in a thread of its own.</summary>
    public SingleOutputStreamOperator<T> AddSource<T>(SourceFunction<T> function, string name = "Custom Source", TypeInformation<T>? type = null)
    {
        function.CopyForSubtask();
        return AddLegacySource(name, () => (SourceFunction<T>)function.CopyForSubtask(), type, isNonParallel: false);
    }

    /// <summary>Hands the job over to the engine.</summary>
    /// <exception cref="JobGraphException">The program describes a job that cannot run, or does not run inside the engine.</exception>
    public void Execute(string jobName = "Flink Streaming Job")
    {
        if (_capture is null)
            throw new JobGraphException(
                $"Job '{jobName}' runs outside an engine.", "Build the program and submit it with 'savepointctl run'.");
        var builder = new StreamGraphBuilder(_transformations, _parallelism ?? _capture.DefaultParallelism, _maxParallelism);
        _capture.Take(new StreamGraph(jobName, builder.Build())
        {
            Checkpointing = CheckpointConfig,
            DefaultSavepointDirectory = _savepointDirectory,
            IsChainingEnabled = _isChainingEnabled,
            Configuration = _configuration,
        });
    }

    internal int NextId => _transformations.Count + 1;

    internal void Add(Transformation transformation) => _transformations.Add(transformation);

    internal static int CheckParallelism(int parallelism)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parallelism, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(parallelism, UpperBoundMaxParallelism);
        return parallelism;
    }

    private SingleOutputStreamOperator<T> AddLegacySource<T>(
        string name, Func<SourceFunction<T>> create, TypeInformation<T>? type, bool isNonParallel) =>
        Add(
            type ?? TypeInformation.Of<T>(),
            outputType => new Transformation(NextId, name, OperatorKind.LegacySource, () => new LegacySourceOperator<T>(create()))
            {
                OutputType = outputType,
                IsNonParallel = isNonParallel,
            });

    private SingleOutputStreamOperator<T> Add<T>(TypeInformation<T> type, Func<TypeInformation<T>, Transformation> create)
    {
        var transformation = create(type);
        Add(transformation);
        return new SingleOutputStreamOperator<T>(this, transformation, type);
    }
}
