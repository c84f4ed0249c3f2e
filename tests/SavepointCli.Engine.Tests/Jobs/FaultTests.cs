using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Tests.Support;
using SavepointCli.Format.Ids;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Storage;
using SavepointCli.Streaming;
using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Sinks;
using SavepointCli.Streaming.Sources;

namespace SavepointCli.Engine.Tests.Jobs;

/// <summary>Faults at chosen and at random moments: what is published is whole, and what is committed has no gap and no duplicate.</summary>
public sealed class FaultTests
{
    private const long Numbers = 6_000;

    private int _toFail;
    private int _commitsToFail;

    [Theory]
    [InlineData("F02", "mkdir", "savepoint-")]
    [InlineData("F08", "create", "savepoint-")]
    [InlineData("F08", "commit", "savepoint-")]
    [InlineData("F11", "create", "_metadata")]
    [InlineData("F12", "commit", "_metadata")]
    public async Task F08_F11_Whatever_write_fails_nothing_of_the_snapshot_stays_and_the_job_goes_on(string point, string step, string part)
    {
        var isOn = false;
        using var cluster = new TestCluster(
            new FaultyStorage((at, path) => isOn && at == step && path.Contains(part, StringComparison.Ordinal)),
            ("state.storage.fs.memory-threshold", "0"), ("execution.checkpointing.tolerable-failed-checkpoints", "100"));
        var job = await RunAsync(cluster);
        isOn = true;
        var savepoint = () => cluster.SavepointAsync(job);

        await savepoint.Should().ThrowAsync<JobOperationException>(point);

        isOn = false;
        cluster.Cluster.Find(job)!.Overview.Status.Should().Be(JobStatus.Running);
        await TestCluster.UntilAsync(() => !Directory.Exists(cluster.Target.Directory) || Directory.GetFileSystemEntries(cluster.Target.Directory!).Length == 0);
        Snapshot.Open(await savepoint(), new FileStorage()).Metadata.CheckpointId.Should().Be(2, "the id of the attempt is not used again");
    }

    [Theory]
    [InlineData("delete")]
    [InlineData("rmdir")]
    public async Task F16_A_checkpoint_that_cannot_be_deleted_costs_nothing(string step)
    {
        using var cluster = new TestCluster(new FaultyStorage((at, path) => at == step && path.Contains("chk-1", StringComparison.Ordinal)));
        var job = await RunAsync(cluster);

        for (var id = 1; id <= 3; id++)
        {
            (await cluster.CheckpointAsync(job)).Should().Be(id);
        }

        cluster.Cluster.Find(job)!.Overview.Status.Should().Be(JobStatus.Running);
        Snapshot.Open(Path.Combine(cluster.Folder["checkpoints"], job.ToString(), "chk-3"), new FileStorage()).Metadata.CheckpointId.Should().Be(3);
    }

    [Fact]
    public async Task A2_10_A_savepoint_beside_the_job_commits_nothing_and_the_next_checkpoint_does()
    {
        using var cluster = new TestCluster();
        var job = await RunAsync(cluster);
        await TestCluster.UntilAsync(() => Directory.Exists(cluster.Folder["output"]) && Directory.GetFiles(cluster.Folder["output"]).Length > 0);

        await cluster.SavepointAsync(job);
        Committed(cluster).Should().BeEmpty();
        await cluster.CheckpointAsync(job);

        await TestCluster.UntilAsync(() => Committed(cluster).Count > 0);
    }

    [Fact]
    public async Task A2_1_Between_the_end_of_a_checkpoint_and_the_next_lies_the_pause()
    {
        using var cluster = new TestCluster();
        var job = await RunAsync(cluster, ("execution.checkpointing.interval", "10 ms"), ("execution.checkpointing.min-pause", "100 ms"));

        await TestCluster.UntilAsync(() => cluster.Cluster.Find(job)!.SnapshotCounts.Completed > 4);

        var checkpoints = cluster.Cluster.Find(job)!.Snapshots.Where(snapshot => snapshot.State == SnapshotState.Completed).Reverse().ToList();
        checkpoints.Zip(checkpoints.Skip(1)).Should().OnlyContain(
            pair => pair.Second.TriggeredAt - (pair.First.TriggeredAt + pair.First.Duration) > TimeSpan.FromMilliseconds(95));
    }

    [Fact]
    public async Task A3_8_A_stop_whose_commit_fails_names_the_savepoint_and_restoring_it_commits()
    {
        using var cluster = new TestCluster();
        var job = await RunAsync(cluster);
        _commitsToFail = 1;
        var stop = () => cluster.StopAsync(job);

        var fault = (await stop.Should().ThrowAsync<JobOperationException>()).Which;

        cluster.Cluster.Find(job)!.Overview.Status.Should().Be(JobStatus.Failed);
        var savepoint = fault.Message.Split(' ').First(word => word.StartsWith("file:", StringComparison.Ordinal)).TrimEnd(',');
        var restored = await cluster.RestoreAsync(environment => Program(environment, cluster.Folder["output"]), savepoint);
        await cluster.UntilRunningAsync(restored);
        await cluster.StopAsync(restored);
        AssertExactlyOnce(Committed(cluster));
    }

    [Fact]
    public async Task F15_A_commit_that_fails_is_made_up_for_by_the_recovery()
    {
        using var cluster = new TestCluster();
        var job = await RunAsync(cluster, Restarting);
        await cluster.CheckpointAsync(job);
        _commitsToFail = 1;
        try
        {
            await cluster.CheckpointAsync(job);
        }
        catch (JobOperationException fault)
        {
            // The news of the first checkpoint may have come late enough to fail on: then the second comes to nothing.
            fault.Message.Should().Be("Task has failed.");
        }

        await TestCluster.UntilAsync(() => cluster.Cluster.Find(job)!.Restarts == 1);
        await cluster.UntilRunningAsync(job);
        await cluster.StopAsync(job);

        AssertExactlyOnce(Committed(cluster));
    }

    [Fact]
    public async Task A5_3_Fifty_failures_at_random_leave_no_gap_and_no_duplicate()
    {
        const int Failures = 50;
        var random = new Random(20_261_123);
        using var cluster = new TestCluster();
        var job = await RunAsync(cluster, [.. Restarting, ("execution.checkpointing.interval", "15 ms"), ("execution.checkpointing.tolerable-failed-checkpoints", "1000")]);
        for (var failure = 1; failure <= Failures; failure++)
        {
            await Task.Delay(random.Next(5, 60));
            Interlocked.Exchange(ref (random.Next(3) == 0 ? ref _commitsToFail : ref _toFail), 1);
            var restarts = failure;
            await TestCluster.UntilAsync(() => cluster.Cluster.Find(job)!.Restarts >= restarts);
            await cluster.UntilRunningAsync(job);
            _commitsToFail = 0;
        }

        await cluster.StopAsync(job);
        AssertExactlyOnce(Committed(cluster));
        foreach (var metadata in Directory.GetFiles(cluster.Folder.Path, "_metadata", SearchOption.AllDirectories))
        {
            Snapshot.Open(metadata, new FileStorage()).Metadata.Operators.Should().NotBeEmpty();
        }
    }

    [Fact]
    public async Task I7_Ids_only_grow_whatever_fails_and_restarts()
    {
        var random = new Random(7);
        using var cluster = new TestCluster(
            new FaultyStorage((step, path) => step is "create" or "mkdir" && path.Contains("chk-", StringComparison.Ordinal) && random.Next(3) == 0),
            ("web.checkpoints.history", "1000"));
        var job = await RunAsync(cluster, [.. Restarting, ("execution.checkpointing.tolerable-failed-checkpoints", "3")]);
        for (var i = 0; i < 40; i++)
        {
            try
            {
                await cluster.CheckpointAsync(job);
            }
            catch (JobOperationException)
            {
                await cluster.UntilRunningAsync(job);
            }
        }

        var ids = cluster.Cluster.Find(job)!.Snapshots.Select(snapshot => snapshot.Id).Reverse().ToList();
        ids.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        cluster.Cluster.Find(job)!.SnapshotCounts.Failed.Should().BePositive();
    }

    private static (string Key, string Value)[] Restarting =>
        [("restart-strategy", "fixed-delay"), ("restart-strategy.fixed-delay.attempts", "100000"), ("restart-strategy.fixed-delay.delay", "1 ms")];

    private async Task<JobId> RunAsync(TestCluster cluster, params (string Key, string Value)[] settings)
    {
        var job = await cluster.RunAsync(environment => Program(environment, cluster.Folder["output"]), new JobSubmission("")
        {
            Configuration = settings.Append(("state.checkpoints.dir", $"file://{cluster.Folder["checkpoints"]}")).ToDictionary(),
        });
        await cluster.UntilRunningAsync(job);
        return job;
    }

    private void Program(StreamExecutionEnvironment environment, string output) =>
        environment.FromSource(
                new DataGeneratorSource<long>(number => number, long.MaxValue, Numbers), WatermarkStrategy.NoWatermarks<long>(), "numbers")
            .Uid("numbers").Map(new Failing(this)).Uid("failing").Rebalance()
            .Map(new FailingOnce(this)).Uid("committing").AddSink(new FileSink<long>(output)).Uid("files");

    private static List<long> Committed(TestCluster cluster) =>
    [
        .. Directory.GetFiles(cluster.Folder["output"]).Where(path => !Path.GetFileName(path).StartsWith('.'))
            .SelectMany(File.ReadLines).Select(long.Parse),
    ];

    private static void AssertExactlyOnce(List<long> numbers)
    {
        numbers.Should().NotBeEmpty();
        numbers.Order().Should().Equal(Enumerable.Range(0, numbers.Count).Select(number => (long)number));
    }

    /// <summary>Fails at a record when told to.</summary>
    private sealed class Failing(FaultTests test) : MapFunction<long, long>
    {
        public override long Map(long value) =>
            Interlocked.Exchange(ref test._toFail, 0) == 1 ? throw new InvalidOperationException("told to fail") : value;
    }

    /// <summary>Fails when a checkpoint is complete, if told to: some of the commits have been made by then, others not.</summary>
    private sealed class FailingOnce(FaultTests test) : MapFunction<long, long>, ICheckpointListener
    {
        public override long Map(long value) => value;

        public void NotifyCheckpointComplete(long checkpointId)
        {
            if (Interlocked.Exchange(ref test._commitsToFail, 0) == 1)
            {
                throw new InvalidOperationException("told to fail while committing");
            }
        }
    }
}
