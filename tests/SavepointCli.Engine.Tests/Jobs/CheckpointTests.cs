using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Tests.Support;
using SavepointCli.Format.Metadata;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Storage;
using SavepointCli.Streaming.Functions;

namespace SavepointCli.Engine.Tests.Jobs;

/// <summary>Checkpoints that the engine takes by itself, and what is written in which version.</summary>
public sealed class CheckpointTests : IDisposable
{
    private readonly TestCluster _cluster = new();
    private readonly Counts _counts = new();
    private readonly Gate _gate = new();

    private string Checkpoints => _cluster.Folder["checkpoints"];

    [Fact]
    public async Task The_last_checkpoints_are_kept_and_go_when_the_job_finishes()
    {
        var program = new CountingJob(_counts, numbers: 1_000_000, rate: 1_000);
        var job = await _cluster.RunAsync(program.Describe, Periodic(("state.checkpoints.num-retained", "2")));
        var directory = Path.Combine(Checkpoints, job.ToString());

        await TestCluster.UntilAsync(() => _cluster.Cluster.Find(job)!.Snapshots.Any(snapshot => snapshot is { Id: > 4, State: SnapshotState.Completed }));
        await TestCluster.UntilAsync(() => Directory.GetDirectories(directory, "chk-*").Length is 2 or 3);
        await _cluster.StopAsync(job);

        _cluster.Cluster.Find(job)!.Overview.Status.Should().Be(JobStatus.Finished);
        Directory.Exists(directory).Should().BeTrue("the engine never deletes the directory of the job");
        Directory.GetDirectories(directory, "chk-*").Should().BeEmpty();
    }

    [Fact]
    public async Task A_retained_checkpoint_of_a_cancelled_job_can_be_restored()
    {
        var program = new CountingJob(_counts, numbers: 3_000, rate: 1_000);
        var job = await _cluster.RunAsync(
            program.Describe, Periodic(("execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION")));
        await TestCluster.UntilAsync(() => _cluster.Cluster.Find(job)!.Snapshots.Any(snapshot => snapshot.State == SnapshotState.Completed));
        _cluster.Cluster.Cancel(job);
        (await _cluster.EndOfAsync(job)).Should().Be(JobStatus.Canceled);
        var retained = Directory.GetDirectories(Path.Combine(Checkpoints, job.ToString()), "chk-*").Should().ContainSingle().Subject;

        var restored = await _cluster.RestoreAsync(program.Describe, retained, parallelism: 2);

        (await _cluster.EndOfAsync(restored)).Should().Be(JobStatus.Finished);
        _counts.ByKey.Should().Equal(program.Expected);
        Directory.Exists(retained).Should().BeTrue("nobody claimed it");
    }

    [Fact]
    public async Task A_claimed_snapshot_is_deleted_once_a_checkpoint_has_taken_its_place()
    {
        var program = new CountingJob(_counts, numbers: 1_000_000, rate: 1_000);
        var first = await _cluster.RunAsync(program.Describe);
        await _cluster.UntilRunningAsync(first);
        var savepoint = (await _cluster.StopAsync(first))["file:".Length..];

        var job = await _cluster.RunAsync(program.Describe, new JobSubmission("") { SavepointPath = savepoint, ClaimMode = ClaimMode.Claim });
        await _cluster.UntilRunningAsync(job);
        Directory.Exists(savepoint).Should().BeTrue();
        await _cluster.Cluster.TriggerCheckpointAsync(job, CancellationToken.None);

        await TestCluster.UntilAsync(() => !Directory.Exists(savepoint));
    }

    [Theory]
    [InlineData("1.16", 4, "", "")]
    [InlineData("1.20", 4, "", "")]
    [InlineData("2.2", 6, "KeyedProcess", "counter")]
    public async Task A_savepoint_is_written_for_the_release_that_is_asked_for(string compat, int version, string name, string uid)
    {
        using var cluster = new TestCluster(("engine.compat", compat));
        var job = await cluster.RunAsync(new CountingJob(_counts, numbers: 1_000_000, rate: 1_000).Describe);
        await cluster.UntilRunningAsync(job);

        var metadata = Snapshot.Open(await cluster.SavepointAsync(job), new FileStorage()).Metadata;

        metadata.Version.Should().Be(version);
        metadata.Operators.Should().HaveCount(3, "operators without state are listed, too");
        var counter = metadata.Operators.Single(state => state.Subtasks.Any(subtask => subtask.ManagedKeyedState is not null));
        (counter.Name, counter.Uid).Should().Be((name, uid));
        CheckpointPropertiesTail.Parse(metadata.PropertiesTail.Span).Type.Should().Be(SnapshotType.Savepoint);
    }

    [Fact]
    public async Task A_source_with_a_thread_of_its_own_waits_while_the_channels_are_full()
    {
        const int MoreThanChannelsHold = 100_000;
        var source = new Emitted();
        var job = await _cluster.RunAsync(environment => environment.AddSource(new Eager(source, MoreThanChannelsHold)).Uid("eager").Rebalance()
            .Map(new Gate.Passing<long>(_gate)).Uid("gate").AddSink(new Streaming.Sinks.DiscardingSink<long>()).Uid("end"));
        await TestCluster.UntilAsync(() => _gate.Waiting == 1 && source.Count > 100);

        var before = source.Count;
        await TestCluster.UntilAsync(() => before == (before = source.Count) && before > 1_000);
        before.Should().BeLessThan(MoreThanChannelsHold);
        _gate.Open();

        (await _cluster.EndOfAsync(job)).Should().Be(JobStatus.Finished);
        source.Count.Should().Be(MoreThanChannelsHold);
    }

    public void Dispose()
    {
        _gate.Open();
        _cluster.Dispose();
        _gate.Dispose();
    }

    private JobSubmission Periodic((string Key, string Value) setting) => new("")
    {
        Configuration = new Dictionary<string, string>
        {
            ["execution.checkpointing.interval"] = "50 ms",
            ["state.checkpoints.dir"] = $"file://{Checkpoints}",
            [setting.Key] = setting.Value,
        },
    };

    private sealed class Emitted
    {
        public int Count;
    }

    private sealed class Eager(Emitted emitted, int numbers) : SourceFunction<long>
    {
        private volatile bool _isCancelled;

        public override void Run(ISourceContext<long> context)
        {
            for (var number = 0; number < numbers && !_isCancelled; number++)
            {
                lock (context.CheckpointLock)
                {
                    context.Collect(number);
                    Interlocked.Increment(ref emitted.Count);
                }
            }
        }

        public override void Cancel() => _isCancelled = true;
    }
}
