using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Tests.Support;
using SavepointCli.Format.Ids;
using SavepointCli.Streaming;
using SavepointCli.Streaming.Functions;

namespace SavepointCli.Engine.Tests.Jobs;

/// <summary>Which checkpoints stay, while a job runs and behind its end.</summary>
public sealed class RetentionTests : IDisposable
{
    private readonly TestCluster _cluster = new();
    private readonly Gate _gate = new();
    private volatile bool _fails;

    [Theory]
    [InlineData("NO_EXTERNALIZED_CHECKPOINTS", JobStatus.Finished, false)]
    [InlineData("NO_EXTERNALIZED_CHECKPOINTS", JobStatus.Canceled, false)]
    [InlineData("NO_EXTERNALIZED_CHECKPOINTS", JobStatus.Failed, false)]
    [InlineData("DELETE_ON_CANCELLATION", JobStatus.Finished, false)]
    [InlineData("DELETE_ON_CANCELLATION", JobStatus.Canceled, false)]
    [InlineData("DELETE_ON_CANCELLATION", JobStatus.Failed, true)]
    [InlineData("RETAIN_ON_CANCELLATION", JobStatus.Finished, false)]
    [InlineData("RETAIN_ON_CANCELLATION", JobStatus.Canceled, true)]
    [InlineData("RETAIN_ON_CANCELLATION", JobStatus.Failed, true)]
    public async Task A2_9_The_end_of_a_job_keeps_or_deletes_its_checkpoints(string retention, JobStatus end, bool stays)
    {
        var job = await RunAsync(("execution.checkpointing.externalized-checkpoint-retention", retention));
        var id = await _cluster.CheckpointAsync(job);
        switch (end)
        {
            case JobStatus.Finished:
                await _cluster.StopAsync(job);
                break;
            case JobStatus.Canceled:
                _cluster.Cluster.Cancel(job);
                break;
            default:
                _fails = true;
                break;
        }

        (await _cluster.EndOfAsync(job)).Should().Be(end);

        CheckpointsOf(job).Should().Equal(stays ? [$"chk-{id}"] : []);
        Directory.Exists(Path.Combine(DirectoryOf(job), "shared")).Should().BeTrue("the engine never deletes it");
    }

    [Fact]
    public async Task A2_8_The_last_three_stay_and_each_can_be_restored()
    {
        var job = await RunAsync(("state.checkpoints.num-retained", "3"));
        for (var i = 0; i < 10; i++)
        {
            await _cluster.CheckpointAsync(job);
        }

        await TestCluster.UntilAsync(() => CheckpointsOf(job).Length == 3);
        CheckpointsOf(job).Should().Equal("chk-10", "chk-8", "chk-9");
        foreach (var checkpoint in CheckpointsOf(job))
        {
            var restored = await _cluster.RestoreAsync(Program, Path.Combine(DirectoryOf(job), checkpoint));
            await _cluster.UntilRunningAsync(restored);
        }
    }

    [Fact]
    public async Task A2_4_Savepoints_of_a_job_without_checkpoints_have_the_ids_1_2_3_and_make_no_shared_directory()
    {
        var job = await RunAsync();

        for (var i = 0; i < 3; i++)
        {
            await _cluster.SavepointAsync(job);
        }

        _cluster.Cluster.Find(job)!.Snapshots.Select(snapshot => snapshot.Id).Should().Equal(3, 2, 1);
        Directory.Exists(DirectoryOf(job)).Should().BeFalse();
    }

    [Fact]
    public async Task F40_A_complete_checkpoint_of_an_earlier_run_with_the_same_job_id_is_not_overwritten()
    {
        var id = JobId.FromBytes(Guid.NewGuid().ToByteArray());
        var old = Path.Combine(DirectoryOf(id), "chk-1");
        Directory.CreateDirectory(old);
        await File.WriteAllTextAsync(Path.Combine(old, "_metadata"), "complete");
        var job = await RunAsync(id, ("execution.checkpointing.tolerable-failed-checkpoints", "5"));
        var checkpoint = () => _cluster.CheckpointAsync(job);

        (await checkpoint.Should().ThrowAsync<JobOperationException>())
            .WithInnerException<IOException>().WithMessage("*a complete checkpoint of an earlier run lies at*");
        (await checkpoint()).Should().Be(2);
        (await File.ReadAllTextAsync(Path.Combine(old, "_metadata"))).Should().Be("complete");
    }

    public void Dispose()
    {
        _gate.Open();
        _cluster.Dispose();
        _gate.Dispose();
    }

    private Task<JobId> RunAsync(params (string Key, string Value)[] settings) => RunAsync(null, settings);

    private async Task<JobId> RunAsync(JobId? id, params (string Key, string Value)[] settings)
    {
        var job = await _cluster.RunAsync(Program, new JobSubmission("")
        {
            JobId = id,
            Configuration = settings.Append(("state.checkpoints.dir", $"file://{_cluster.Folder["checkpoints"]}")).ToDictionary(),
        });
        await _cluster.UntilRunningAsync(job);
        return job;
    }

    private void Program(StreamExecutionEnvironment environment) =>
        environment.FromSource(
                new Streaming.Sources.DataGeneratorSource<long>(number => number, 1_000_000, 1_000),
                WatermarkStrategy.NoWatermarks<long>(), "numbers")
            .Uid("numbers").Map(new Failing(this)).Uid("failing").KeyBy(number => number % 10).Process(new CountingJob.Counter()).Uid("counter")
            .AddSink(new CountingJob.Reporter(new Counts())).Uid("report");

    private string DirectoryOf(JobId job) => Path.Combine(_cluster.Folder["checkpoints"], job.ToString());

    private string[] CheckpointsOf(JobId job) =>
        [.. Directory.GetDirectories(DirectoryOf(job), "chk-*").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private sealed class Failing(RetentionTests test) : MapFunction<long, long>
    {
        public override long Map(long value) => test._fails ? throw new InvalidOperationException("it fails") : value;
    }
}
