using Microsoft.Extensions.Logging.Abstractions;
using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Jobs;
using SavepointCli.Format.Ids;
using SavepointCli.Storage;
using SavepointCli.Streaming;
using SavepointCli.Testing;

namespace SavepointCli.Engine.Tests.Support;

/// <summary>An embedded cluster over a folder of its own; disposing it cancels all jobs.</summary>
internal sealed class TestCluster : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly LockedWriter _output = new();

    public TestCluster(params (string Key, string Value)[] settings)
        : this(new FileStorage(), settings)
    {
    }

    public TestCluster(IStorage storage, params (string Key, string Value)[] settings)
    {
        Cluster = new EmbeddedCluster(
            Programs, new EngineConfiguration(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))),
            storage, TimeProvider.System, _output, NullLogger<EmbeddedCluster>.Instance);
    }

    public Programs Programs { get; } = new();

    public TempFolder Folder { get; } = new();

    /// <summary>The lines that jobs have printed so far.</summary>
    public string[] Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            }
        }
    }

    public EmbeddedCluster Cluster { get; }

    public SavepointTarget Target => new(Folder["savepoints"]);

    public async Task<JobId> RunAsync(Action<StreamExecutionEnvironment> program, JobSubmission? submission = null)
    {
        Programs.Add("test", program);
        return await SubmitAsync((submission ?? new JobSubmission("")) with { AssemblyPath = "test" });
    }

    public Task<JobId> SubmitAsync(JobSubmission submission) =>
        Cluster.SubmitAsync(submission, CancellationToken.None).WaitAsync(Patience);

    public Task<JobId> RestoreAsync(Action<StreamExecutionEnvironment> program, string savepoint, int parallelism = 1) =>
        RunAsync(program, new JobSubmission("") { SavepointPath = savepoint, Parallelism = parallelism });

    public async Task<long> CheckpointAsync(JobId job) =>
        await Cluster.TriggerCheckpointAsync(job, CancellationToken.None).WaitAsync(Patience);

    public Task<string> SavepointAsync(JobId job) =>
        Cluster.TriggerSavepointAsync(job, Target, cancelJob: false, CancellationToken.None).WaitAsync(Patience);

    public Task<string> StopAsync(JobId job, bool drain = false) =>
        Cluster.StopWithSavepointAsync(job, Target, drain, CancellationToken.None).WaitAsync(Patience);

    public Task<JobStatus> EndOfAsync(JobId job) => Cluster.WaitForEndAsync(job, CancellationToken.None).WaitAsync(Patience);

    public Task UntilRunningAsync(JobId job) => UntilAsync(
        () => Cluster.Find(job) is { Overview.Status: JobStatus.Running } details
            && details.Vertices.All(vertex => vertex.Subtasks.All(state => state is TaskState.Running or TaskState.Finished)));

    public async Task CancelAsync(JobId job)
    {
        Cluster.Cancel(job);
        await EndOfAsync(job);
    }

    /// <summary>Paths and contents of everything in a directory, to see whether anything was touched.</summary>
    public static string[] Contents(string uri) =>
    [
        .. Directory.EnumerateFileSystemEntries(LocalOf(uri), "*", SearchOption.AllDirectories).Order()
            .Select(path => File.Exists(path) ? $"{path} {Convert.ToHexString(File.ReadAllBytes(path))}" : path),
    ];

    public static string LocalOf(string uri) => uri.StartsWith("file:", StringComparison.Ordinal) ? uri["file:".Length..] : uri;

    public static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!condition())
        {
            await Task.Delay(5, patience.Token);
        }
    }

    public void Dispose()
    {
        foreach (var job in Cluster.Jobs)
        {
            Cluster.Cancel(job.Id);
        }

        foreach (var job in Cluster.Jobs)
        {
            Cluster.WaitForEndAsync(job.Id, CancellationToken.None).Wait(Patience);
        }

        Folder.Dispose();
    }

    private sealed class LockedWriter : StringWriter
    {
        public override void WriteLine(string? value)
        {
            lock (this)
            {
                base.WriteLine(value);
            }
        }
    }
}
