using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Jobs;
using SavepointCli.Streaming;
using SavepointCli.Streaming.Graph;

namespace SavepointCli.Engine.Tests.Support;

/// <summary>Loads programs that are delegates of the test, by name in place of an assembly.</summary>
internal sealed class Programs : IJobLoader
{
    private readonly Dictionary<string, Action<string[]>> _programs = [];

    public int Unloaded;

    public void Add(string name, Action<StreamExecutionEnvironment> program) => AddMain(name, _ =>
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        program(environment);
        environment.Execute(name);
    });

    public void AddMain(string name, Action<string[]> main) => _programs[name] = main;

    public static StreamGraph GraphOf(Action<StreamExecutionEnvironment> program, int parallelism = 1)
    {
        using var capture = new GraphCapture(parallelism, new Dictionary<string, string>());
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        program(environment);
        environment.Execute("test");
        return capture.Graph!;
    }

    public Task<ILoadedJob> LoadAsync(JobSubmission submission, CancellationToken cancellation)
    {
        var configuration = new EngineConfiguration(submission.Configuration);
        using var capture = new GraphCapture(
            submission.Parallelism ?? configuration.Get(EngineOptions.DefaultParallelism), submission.Configuration);
        _programs[submission.AssemblyPath]([.. submission.Arguments]);
        return Task.FromResult<ILoadedJob>(new Loaded(this, capture.Graph!));
    }

    private sealed class Loaded(Programs programs, StreamGraph graph) : ILoadedJob
    {
        public StreamGraph Graph => graph;

        public void Dispose() => Interlocked.Increment(ref programs.Unloaded);
    }
}
