using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Tests.Support;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Storage;
using SavepointCli.Streaming;
using SavepointCli.Streaming.Sinks;

namespace SavepointCli.Engine.Tests.Jobs;

/// <summary>Snapshots beside each other, beside back-pressure and beside the end of a job.</summary>
public sealed class SnapshotConcurrencyTests : IDisposable
{
    private const long Numbers = 6_000;

    private readonly TestCluster _cluster = new();
    private readonly Counts _counts = new();
    private readonly Gate _gate = new();

    [Fact]
    public async Task Many_savepoints_at_once_are_all_complete_and_all_restorable()
    {
        const int Savepoints = 10;
        var program = new CountingJob(_counts, Numbers, rate: 50);
        var job = await _cluster.RunAsync(program.Describe, new JobSubmission("") { Parallelism = 2 });
        await _cluster.UntilRunningAsync(job);

        var paths = await Task.WhenAll(Enumerable.Range(0, Savepoints).Select(_ => _cluster.SavepointAsync(job)));
        _cluster.Cluster.Cancel(job);

        paths.Should().OnlyHaveUniqueItems();
        paths.Select(path => Snapshot.Open(path, new FileStorage()).Metadata.CheckpointId).Order().Should().Equal(
            Enumerable.Range(1, Savepoints).Select(id => (long)id));
        var counts = new Counts();
        var again = await _cluster.RestoreAsync(new CountingJob(counts, Numbers, rate: 1_000_000).Describe, paths[^1]);
        (await _cluster.EndOfAsync(again)).Should().Be(JobStatus.Finished);
        counts.ByKey.Should().Equal(program.Expected);
    }

    [Fact]
    public async Task Under_full_back_pressure_a_savepoint_waits_behind_the_records_and_completes()
    {
        var job = await BlockedAsync();

        var savepoint = _cluster.SavepointAsync(job);
        await TestCluster.UntilAsync(() => _cluster.Cluster.Find(job)!.Snapshots is [{ Vertices: [{ AcknowledgedSubtasks: 1 }, ..] }]);
        savepoint.IsCompleted.Should().BeFalse("the barrier stands behind what the closed gate holds back");
        _gate.Open();

        (await savepoint).Should().Contain("/savepoint-");
    }

    [Fact]
    public async Task Under_full_back_pressure_a_job_can_be_cancelled()
    {
        var job = await BlockedAsync();

        _cluster.Cluster.Cancel(job);

        (await _cluster.EndOfAsync(job)).Should().Be(JobStatus.Canceled);
    }

    [Fact]
    public async Task A_savepoint_that_takes_too_long_is_given_up_without_a_trace_and_the_job_goes_on()
    {
        var job = await BlockedAsync(("execution.checkpointing.timeout", "300 ms"));
        var savepoint = () => _cluster.SavepointAsync(job);

        (await savepoint.Should().ThrowAsync<JobOperationException>()).WithMessage("Checkpoint expired before completing.");
        await TestCluster.UntilAsync(() => Directory.GetFileSystemEntries(_cluster.Target.Directory!).Length == 0);
        _cluster.Cluster.Find(job)!.Overview.Status.Should().Be(JobStatus.Running);
        _gate.Open();
        (await savepoint()).Should().Contain("/savepoint-");
    }

    [Fact]
    public async Task A_stop_gives_up_a_savepoint_that_is_under_way_and_refuses_a_second_stop()
    {
        var job = await BlockedAsync();
        var savepoint = _cluster.SavepointAsync(job);
        await TestCluster.UntilAsync(() => _cluster.Cluster.Find(job)!.Snapshots is [{ State: SnapshotState.InProgress }]);

        var stop = _cluster.StopAsync(job);
        var aborted = () => savepoint;
        (await aborted.Should().ThrowAsync<JobOperationException>()).WithMessage("Checkpoint Coordinator is suspending.");
        var second = () => _cluster.StopAsync(job);
        (await second.Should().ThrowAsync<JobOperationException>()).WithMessage("*being stopped*");
        _gate.Open();

        (await stop).Should().Contain("/savepoint-");
        _cluster.Cluster.Find(job)!.Overview.Status.Should().Be(JobStatus.Finished);
        Directory.GetDirectories(_cluster.Target.Directory!).Should().ContainSingle();
    }

    [Fact]
    public async Task Cancel_with_savepoint_ends_the_job_only_behind_the_savepoint()
    {
        var program = new CountingJob(_counts, Numbers, rate: 1_000);
        var job = await _cluster.RunAsync(program.Describe);
        await _cluster.UntilRunningAsync(job);

        var path = await _cluster.Cluster.TriggerSavepointAsync(job, _cluster.Target, cancelJob: true, CancellationToken.None);

        (await _cluster.EndOfAsync(job)).Should().Be(JobStatus.Canceled);
        Snapshot.Open(path, new FileStorage()).Metadata.CheckpointId.Should().Be(1);
    }

    [Fact]
    public async Task A_savepoint_of_a_job_of_which_a_part_has_finished_does_not_run_that_part_again()
    {
        var short_ = new Counts();
        Action<StreamExecutionEnvironment> program = environment =>
        {
            new CountingJob(_counts, numbers: 1_000_000, rate: 1_000).Describe(environment);
            environment.FromSequence(1, 100).Uid("short").Map(number => number * 1).Uid("short map").DisableChaining()
                .Map(number => (number, 1L)).Uid("short pair").AddSink(new CountingJob.Reporter(short_)).Uid("short report");
        };
        var job = await _cluster.RunAsync(program);
        await UntilPartHasFinishedAsync(job);

        var savepoint = await _cluster.StopAsync(job);
        short_.Clear();
        var restored = await _cluster.RestoreAsync(program, savepoint);
        await UntilPartHasFinishedAsync(restored);

        Snapshot.Open(savepoint, new FileStorage()).Metadata.Operators.Count(state => state.FullyFinished).Should().Be(4);
        short_.Total.Should().Be(0);
        (await _cluster.SavepointAsync(restored)).Should().Contain("/savepoint-");
    }

    public void Dispose()
    {
        _gate.Open();
        _cluster.Dispose();
        _gate.Dispose();
    }

    private async Task UntilPartHasFinishedAsync(Format.Ids.JobId job)
    {
        await _cluster.UntilRunningAsync(job);
        await TestCluster.UntilAsync(() => _cluster.Cluster.Find(job)!.Overview.Tasks.GetValueOrDefault(TaskState.Finished) == 3);
    }

    /// <summary>A job whose channels are full because the gate at the end is closed.</summary>
    private async Task<Format.Ids.JobId> BlockedAsync(params (string Key, string Value)[] settings)
    {
        var job = await _cluster.RunAsync(
            environment => environment.FromSequence(0, long.MaxValue - 1).Uid("numbers").Rebalance()
                .Map(new Gate.Passing<long>(_gate)).Uid("gate").AddSink(new DiscardingSink<long>()).Uid("end"),
            new JobSubmission("") { Configuration = settings.ToDictionary(setting => setting.Key, setting => setting.Value) });
        await _cluster.UntilRunningAsync(job);
        await TestCluster.UntilAsync(() => _gate.Waiting == 1);
        return job;
    }
}
