using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Tests.Support;
using SavepointCli.Streaming;
using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Sources;

namespace SavepointCli.Engine.Tests.Jobs;

public sealed class FailureTests : IDisposable
{
    private const long Numbers = 4_000;

    private readonly TestCluster _cluster = new();
    private readonly Counts _counts = new();
    private readonly Trap _trap = new();

    [Fact]
    public async Task A_job_that_takes_no_checkpoints_fails_for_good()
    {
        var job = await _cluster.RunAsync(Program);
        await TestCluster.UntilAsync(() => _counts.Total > 100);

        _trap.Set();

        (await _cluster.EndOfAsync(job)).Should().Be(JobStatus.Failed);
        _cluster.Cluster.Find(job)!.Failure.Should().BeOfType<InvalidOperationException>().Which.Message.Should().Be("trapped");
        _cluster.Cluster.Cancel(job).Should().Be(CancelOutcome.AlreadyTerminated);
    }

    [Fact]
    public async Task A_job_goes_back_to_its_last_checkpoint_and_counts_every_number_once()
    {
        var job = await _cluster.RunAsync(Program, Submission(parallelism: 2));
        await TestCluster.UntilAsync(() => _counts.Total > 100);
        await _cluster.Cluster.TriggerCheckpointAsync(job, CancellationToken.None);
        await TestCluster.UntilAsync(() => _counts.Total > 500);

        _trap.Set();

        (await _cluster.EndOfAsync(job)).Should().Be(JobStatus.Finished);
        _counts.ByKey.Should().Equal(new CountingJob(_counts, Numbers).Expected);
        _cluster.Cluster.Find(job)!.StatusTimestamps.Should().ContainKey(JobStatus.Restarting);
    }

    [Fact]
    public async Task Without_a_checkpoint_a_job_goes_back_to_the_snapshot_it_was_started_from_and_never_to_a_later_savepoint()
    {
        var first = await _cluster.RunAsync(Program);
        await TestCluster.UntilAsync(() => _counts.Total > 100);
        var stopped = await _cluster.StopAsync(first);
        var job = await _cluster.RunAsync(Program, Submission(parallelism: 1) with { SavepointPath = stopped });
        await _cluster.UntilRunningAsync(job);
        var later = await _cluster.SavepointAsync(job);
        Directory.Delete(later["file:".Length..], recursive: true);

        _trap.Set();

        (await _cluster.EndOfAsync(job)).Should().Be(JobStatus.Finished);
        _counts.ByKey.Should().Equal(new CountingJob(_counts, Numbers).Expected);
    }

    [Fact]
    public async Task A_task_that_fails_while_it_snapshots_ends_the_savepoint_with_its_own_words()
    {
        var job = await _cluster.RunAsync(environment => environment
            .FromSource(new DataGeneratorSource<long>(number => number, Numbers, 1_000), WatermarkStrategy.NoWatermarks<long>(), "numbers")
            .Map(new FailingSnapshot()).Uid("failing").AddSink(new Ignored()));
        await _cluster.UntilRunningAsync(job);
        var savepoint = () => _cluster.SavepointAsync(job);

        var fault = (await savepoint.Should().ThrowAsync<JobOperationException>()).Which;

        fault.Message.Should().Be("Task has failed.");
        fault.InnerException!.Message.Should().Be("no snapshot today");
        (await _cluster.EndOfAsync(job)).Should().Be(JobStatus.Failed);
        await TestCluster.UntilAsync(() => Directory.GetFileSystemEntries(_cluster.Target.Directory!).Length == 0);
    }

    [Fact]
    public async Task User_code_that_waits_without_looking_is_interrupted_when_the_job_is_cancelled()
    {
        var waits = new Waits();
        var job = await _cluster.RunAsync(environment => environment.FromSequence(0, 9).Map(new Waiting(waits)).AddSink(new Ignored()));
        await TestCluster.UntilAsync(() => waits.Began);

        _cluster.Cluster.Cancel(job);

        (await _cluster.EndOfAsync(job)).Should().Be(JobStatus.Canceled);
    }

    public void Dispose() => _cluster.Dispose();

    private static JobSubmission Submission(int parallelism) => new("")
    {
        Parallelism = parallelism,
        Configuration = new Dictionary<string, string>
        {
            ["restart-strategy"] = "fixed-delay",
            ["restart-strategy.fixed-delay.attempts"] = "3",
            ["restart-strategy.fixed-delay.delay"] = "10 ms",
        },
    };

    private void Program(StreamExecutionEnvironment environment) =>
        environment.FromSource(
                new DataGeneratorSource<long>(number => number, Numbers, 2_000), WatermarkStrategy.NoWatermarks<long>(), "numbers")
            .Uid("numbers")
            .Map(new Trapped(_trap)).Uid("trap")
            .KeyBy(number => number % 10).Process(new CountingJob.Counter()).Uid("counter")
            .AddSink(new CountingJob.Reporter(_counts)).Uid("report");

    private sealed class Trap
    {
        private int _isSet;

        public void Set() => Volatile.Write(ref _isSet, 1);

        public void Step()
        {
            if (Interlocked.Exchange(ref _isSet, 0) == 1)
            {
                throw new InvalidOperationException("trapped");
            }
        }
    }

    private sealed class Trapped(Trap trap) : MapFunction<long, long>
    {
        public override long Map(long value)
        {
            trap.Step();
            return value;
        }
    }

    private sealed class FailingSnapshot : MapFunction<long, long>, ICheckpointedFunction
    {
        public override long Map(long value) => value;

        public void InitializeState(Streaming.State.IStateInitializationContext context)
        {
        }

        public void SnapshotState(Streaming.State.IStateSnapshotContext context) =>
            throw new InvalidOperationException("no snapshot today");
    }

    private sealed class Waits
    {
        public volatile bool Began;
    }

    private sealed class Waiting(Waits waits) : MapFunction<long, long>
    {
        public override long Map(long value)
        {
            waits.Began = true;
            Thread.Sleep(Timeout.Infinite);
            return value;
        }
    }

    private sealed class Ignored : SinkFunction<long>
    {
        public override void Invoke(long value, long? timestamp)
        {
        }
    }
}
