using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Tests.Support;
using SavepointCli.Format.Ids;
using SavepointCli.Streaming;
using SavepointCli.Streaming.Functions;

namespace SavepointCli.Engine.Tests.Jobs;

/// <summary>What a job goes back to when a task fails, and what it says when that is gone.</summary>
public sealed class RecoveryTests : IDisposable
{
    private const long Numbers = 3_000;

    private readonly TestCluster _cluster = new();
    private readonly Counts _counts = new();
    private int _failures;

    [Fact]
    public async Task A3_13_Behind_the_first_checkpoint_the_restored_savepoint_can_go()
    {
        var savepoint = await SavepointAsync();
        var job = await RestoreAsync(savepoint);
        await _cluster.CheckpointAsync(job);
        Directory.Delete(TestCluster.LocalOf(savepoint), recursive: true);

        Fail();

        (await _cluster.EndOfAsync(job)).Should().Be(JobStatus.Finished);
        _counts.ByKey.Should().Equal(new CountingJob(_counts, Numbers).Expected);
    }

    [Fact]
    public async Task A5_9_RST_MISSINGFILE_Before_the_first_checkpoint_a_savepoint_that_is_gone_is_named_and_ends_the_job()
    {
        var savepoint = await SavepointAsync();
        var job = await RestoreAsync(savepoint);
        Directory.Delete(TestCluster.LocalOf(savepoint), recursive: true);

        Fail();

        (await _cluster.EndOfAsync(job)).Should().Be(JobStatus.Failed);
        var failure = _cluster.Cluster.Find(job)!.Failure!;
        failure.Message.Should().StartWith("RST-MISSINGFILE: ").And.Contain(savepoint).And.Contain("it has completed no checkpoint since");
    }

    [Fact]
    public async Task F30_A_snapshot_that_comes_back_in_time_lets_the_job_go_on()
    {
        var savepoint = TestCluster.LocalOf(await SavepointAsync());
        var job = await RestoreAsync(savepoint, delay: "300 ms");
        Directory.Move(savepoint, savepoint + ".away");
        Fail();
        await TestCluster.UntilAsync(() => _cluster.Cluster.Find(job)!.Failure?.Message.StartsWith("RST-MISSINGFILE", StringComparison.Ordinal) == true);

        Directory.Move(savepoint + ".away", savepoint);

        (await _cluster.EndOfAsync(job)).Should().Be(JobStatus.Finished);
        _counts.ByKey.Should().Equal(new CountingJob(_counts, Numbers).Expected);
    }

    [Fact]
    public async Task RST_MISSINGFILE_A_state_file_that_is_missing_at_the_start_is_named()
    {
        var savepoint = TestCluster.LocalOf(await SavepointAsync(("state.storage.fs.memory-threshold", "0")));
        var file = Directory.GetFiles(savepoint).First(path => !path.EndsWith("_metadata", StringComparison.Ordinal));
        File.Delete(file);

        var job = await RestoreAsync(savepoint, attempts: 0, waits: false);

        (await _cluster.EndOfAsync(job)).Should().Be(JobStatus.Failed);
        _cluster.Cluster.Find(job)!.Failure!.Message.Should().StartWith("RST-MISSINGFILE: ").And.Contain(file).And.Contain(savepoint);
    }

    [Fact]
    public async Task A2_6_Two_failed_checkpoints_are_tolerated_the_third_is_not_and_a_success_between_starts_over()
    {
        var directory = _cluster.Folder["checkpoints"];
        var job = await RunAsync(
            new JobSubmission(""), "1", "10 ms", ("state.checkpoints.dir", $"file://{directory}"),
            ("execution.checkpointing.tolerable-failed-checkpoints", "2"), ("execution.checkpointing.create-subdir", "false"));
        var checkpoint = () => _cluster.CheckpointAsync(job);
        await File.WriteAllTextAsync(directory, "in the way");

        await checkpoint.Should().ThrowAsync<JobOperationException>();
        await checkpoint.Should().ThrowAsync<JobOperationException>();
        File.Delete(directory);
        (await checkpoint()).Should().Be(3);
        Directory.Delete(directory, recursive: true);
        await File.WriteAllTextAsync(directory, "in the way");
        await checkpoint.Should().ThrowAsync<JobOperationException>();
        await checkpoint.Should().ThrowAsync<JobOperationException>();
        _cluster.Cluster.Find(job)!.Failure.Should().BeNull();
        await checkpoint.Should().ThrowAsync<JobOperationException>();

        await TestCluster.UntilAsync(() => _cluster.Cluster.Find(job)!.Failure is not null);
        _cluster.Cluster.Find(job)!.Failure!.Message.Should().StartWith("Exceeded checkpoint tolerable failure threshold");
    }

    [Fact]
    public async Task A2_7_A_savepoint_without_a_place_never_counts_against_the_job()
    {
        var job = await RunAsync(new JobSubmission(""), "0", "0 ms", ("execution.checkpointing.tolerable-failed-checkpoints", "0"));
        await File.WriteAllTextAsync(_cluster.Folder["file"], "in the way");
        var savepoint = () => _cluster.Cluster.TriggerSavepointAsync(
            job, new SavepointTarget(_cluster.Folder["file"]), cancelJob: false, CancellationToken.None);

        await savepoint.Should().ThrowAsync<JobOperationException>();
        await savepoint.Should().ThrowAsync<JobOperationException>();

        _cluster.Cluster.Find(job)!.Overview.Status.Should().Be(JobStatus.Running);
    }

    [Fact]
    public async Task A1_7_A_failure_with_restart_is_seen_as_RUNNING_RESTARTING_RUNNING()
    {
        var job = await RunAsync(new JobSubmission(""), "1", "200 ms");
        Fail();

        await TestCluster.UntilAsync(() => StatusOf(job) == JobStatus.Restarting);
        var savepoint = () => _cluster.SavepointAsync(job);
        (await savepoint.Should().ThrowAsync<JobOperationException>()).WithMessage("*Not all required tasks are currently running.");
        await TestCluster.UntilAsync(() => StatusOf(job) == JobStatus.Running);
    }

    public void Dispose() => _cluster.Dispose();

    private JobStatus StatusOf(JobId job) => _cluster.Cluster.Find(job)!.Overview.Status;

    private void Fail() => Interlocked.Increment(ref _failures);

    private async Task<string> SavepointAsync(params (string Key, string Value)[] settings)
    {
        var job = await RunAsync(new JobSubmission(""), "0", "0 ms", settings);
        await TestCluster.UntilAsync(() => _counts.Total > 200);
        return await _cluster.StopAsync(job);
    }

    private Task<JobId> RestoreAsync(string savepoint, int attempts = 10, string delay = "10 ms", bool waits = true) =>
        RunAsync(new JobSubmission("") { SavepointPath = savepoint }, $"{attempts}", delay, waits, []);

    private Task<JobId> RunAsync(JobSubmission submission, string attempts, string delay, params (string Key, string Value)[] settings) =>
        RunAsync(submission, attempts, delay, waits: true, settings);

    private async Task<JobId> RunAsync(JobSubmission submission, string attempts, string delay, bool waits, (string Key, string Value)[] settings)
    {
        var job = await _cluster.RunAsync(Program, submission with
        {
            Configuration = settings.Concat(
            [
                ("restart-strategy", "fixed-delay"), ("restart-strategy.fixed-delay.attempts", attempts),
                ("restart-strategy.fixed-delay.delay", delay),
            ]).ToDictionary(),
        });
        if (waits)
        {
            await _cluster.UntilRunningAsync(job);
        }

        return job;
    }

    private void Program(StreamExecutionEnvironment environment) =>
        environment.FromSource(
                new Streaming.Sources.DataGeneratorSource<long>(number => number, Numbers, 1_500),
                WatermarkStrategy.NoWatermarks<long>(), "numbers")
            .Uid("numbers").Map(new Failing(this)).Uid("failing").KeyBy(number => number % 10).Process(new CountingJob.Counter()).Uid("counter")
            .AddSink(new CountingJob.Reporter(_counts)).Uid("report");

    private sealed class Failing(RecoveryTests test) : MapFunction<long, long>
    {
        public override long Map(long value)
        {
            var failures = Volatile.Read(ref test._failures);
            return failures > 0 && Interlocked.CompareExchange(ref test._failures, failures - 1, failures) == failures
                ? throw new InvalidOperationException("told to fail")
                : value;
        }
    }
}
