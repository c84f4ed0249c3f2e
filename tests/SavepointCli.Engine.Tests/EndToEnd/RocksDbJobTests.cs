using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Tests.Support;
using SavepointCli.Format.Handles;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Storage;

namespace SavepointCli.Engine.Tests.EndToEnd;

/// <summary>Jobs whose keyed state is in RocksDB, across savepoints, checkpoints and a change of the backend.</summary>
public sealed class RocksDbJobTests
{
    private static readonly (string, string) RocksDb = ("state.backend.type", "rocksdb");
    private static readonly (string, string) Incremental = ("execution.checkpointing.incremental", "true");

    private readonly Counts _counts = new();

    [Theory]
    [InlineData(SavepointFormat.Canonical, "hashmap")]
    [InlineData(SavepointFormat.Canonical, "rocksdb")]
    [InlineData(SavepointFormat.Native, "rocksdb")]
    public async Task A_job_goes_on_from_its_savepoint(SavepointFormat format, string nextBackend)
    {
        var job = new CountingJob(_counts, 20_000, rate: 8000);
        using var cluster = new TestCluster(RocksDb, Incremental);
        var first = await cluster.RunAsync(job.Describe);
        await TestCluster.UntilAsync(() => _counts.Total > 500);
        var savepoint = await cluster.Cluster.StopWithSavepointAsync(first, cluster.Target with { Format = format }, drain: false, CancellationToken.None);
        var keyed = Snapshot.Open(savepoint, new FileStorage()).Metadata.Operators.SelectMany(state => state.Subtasks).Select(subtask => subtask.ManagedKeyedState).OfType<KeyedStateHandle>();
        keyed.Should().NotBeEmpty().And.OnlyContain(handle => (handle is IncrementalKeyedStateHandle) == (format == SavepointFormat.Native));

        using var next = new TestCluster(("state.backend.type", nextBackend));
        (await next.EndOfAsync(await next.RestoreAsync(job.Describe, savepoint, parallelism: 2))).Should().Be(JobStatus.Finished);

        _counts.ByKey.Should().BeEquivalentTo(job.Expected);
    }

    [Fact]
    public async Task A_job_goes_on_from_a_retained_incremental_checkpoint()
    {
        var job = new CountingJob(_counts, 20_000, rate: 8000);
        using var cluster = new TestCluster();
        using var writer = new TestCluster(
            RocksDb, Incremental, ("execution.checkpointing.dir", cluster.Folder["checkpoints"]), ("execution.checkpointing.data-inline-threshold", "0b"),
            ("execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION"));
        var first = await writer.RunAsync(job.Describe);
        await TestCluster.UntilAsync(() => _counts.Total > 500);
        await writer.CheckpointAsync(first);
        await TestCluster.UntilAsync(() => _counts.Total > 1500);
        await writer.CheckpointAsync(first);
        await writer.CancelAsync(first);
        var checkpoint = Directory.GetDirectories(cluster.Folder["checkpoints"], "chk-*", SearchOption.AllDirectories).Single();

        using var next = new TestCluster(RocksDb);
        (await next.EndOfAsync(await next.RestoreAsync(job.Describe, checkpoint))).Should().Be(JobStatus.Finished);

        _counts.ByKey.Should().BeEquivalentTo(job.Expected);
    }
}
