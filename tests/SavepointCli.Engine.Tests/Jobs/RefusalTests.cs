using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Tests.Support;
using SavepointCli.Format.Ids;
using SavepointCli.Streaming;
using SavepointCli.Streaming.Sinks;

namespace SavepointCli.Engine.Tests.Jobs;

/// <summary>What is refused, in which words, and that nothing is lost by it.</summary>
public sealed class RefusalTests : IDisposable
{
    private const string IllegalState = "java.lang.IllegalStateException";

    private readonly TestCluster _cluster = new();
    private readonly CountingJob _program = new(new Counts(), numbers: 1_000_000, rate: 1_000);

    [Fact]
    public async Task Nothing_is_triggered_without_a_target_or_a_default()
    {
        var job = await RunAsync();
        var savepoint = () => _cluster.Cluster.TriggerSavepointAsync(
            job, new SavepointTarget(null), cancelJob: false, CancellationToken.None);
        var stop = () => _cluster.Cluster.StopWithSavepointAsync(job, new SavepointTarget(null), drain: false, CancellationToken.None);

        (await savepoint.Should().ThrowAsync<JobOperationException>()).WithMessage(
            "Config key [execution.checkpointing.savepoint-dir] is not set. Property [target-directory] must be provided.");
        (await stop.Should().ThrowAsync<JobOperationException>()).WithMessage("*Property [targetDirectory] must be provided.");
        StatusOf(job).Should().Be(JobStatus.Running);
        _cluster.Cluster.Find(job)!.Snapshots.Should().BeEmpty();
    }

    [Fact]
    public async Task A_savepoint_goes_to_the_configured_directory_under_its_old_key_as_well()
    {
        using var cluster = new TestCluster(("state.savepoints.dir", Path.Combine(_cluster.Folder.Path, "default")));
        var job = await cluster.RunAsync(_program.Describe);
        await cluster.UntilRunningAsync(job);

        var path = await cluster.Cluster.TriggerSavepointAsync(job, new SavepointTarget(null), cancelJob: false, CancellationToken.None);

        path.Should().StartWith($"file:{_cluster.Folder.Path}/default/savepoint-{job.Short}-");
    }

    [Fact]
    public async Task A_target_that_is_a_file_leaves_the_job_running_and_nothing_behind()
    {
        var target = _cluster.Folder["file"];
        await File.WriteAllTextAsync(target, "in the way");
        var job = await RunAsync();
        var savepoint = () => _cluster.Cluster.TriggerSavepointAsync(
            job, new SavepointTarget(target), cancelJob: false, CancellationToken.None);

        var refusal = (await savepoint.Should().ThrowAsync<JobOperationException>()).Which;

        refusal.Message.Should().Be("An Exception occurred while triggering the checkpoint. IO-problem detected.");
        refusal.InnerException.Should().BeOfType<IOException>().Which.Message.Should().StartWith(
            $"Failed to create savepoint directory at file:{target}");
        (await File.ReadAllTextAsync(target)).Should().Be("in the way");
        StatusOf(job).Should().Be(JobStatus.Running);
        (await _cluster.SavepointAsync(job)).Should().Contain("/savepoint-");
    }

    [Fact]
    public async Task A_stop_whose_target_cannot_be_made_leaves_the_job_running()
    {
        var job = await RunAsync();
        await File.WriteAllTextAsync(_cluster.Folder["file"], "");
        var stop = () => _cluster.Cluster.StopWithSavepointAsync(
            job, new SavepointTarget(_cluster.Folder["file"]), drain: false, CancellationToken.None);

        await stop.Should().ThrowAsync<JobOperationException>();

        StatusOf(job).Should().Be(JobStatus.Running);
        (await _cluster.StopAsync(job)).Should().Contain("/savepoint-");
    }

    [Fact]
    public async Task An_unknown_job_is_named()
    {
        var unknown = new JobId(42);
        var savepoint = () => _cluster.SavepointAsync(unknown);

        (await savepoint.Should().ThrowAsync<JobOperationException>()).WithMessage($"Could not find Flink job ({unknown})")
            .Which.JavaClass.Should().Be("org.apache.flink.runtime.messages.FlinkJobNotFoundException");
        _cluster.Cluster.Cancel(unknown).Should().Be(CancelOutcome.UnknownJob);
    }

    [Fact]
    public async Task A_job_that_has_ended_takes_no_savepoint_and_says_how_it_can_be_cancelled()
    {
        var job = await RunAsync();
        _cluster.Cluster.Cancel(job).Should().Be(CancelOutcome.Accepted);
        (await _cluster.EndOfAsync(job)).Should().Be(JobStatus.Canceled);
        var savepoint = () => _cluster.SavepointAsync(job);

        (await savepoint.Should().ThrowAsync<JobOperationException>()).WithMessage($"Could not find Flink job ({job})");
        _cluster.Cluster.Cancel(job).Should().Be(CancelOutcome.Accepted);
    }

    [Fact]
    public async Task A_second_job_of_one_id_is_refused()
    {
        var job = await RunAsync();
        var again = () => _cluster.RunAsync(_program.Describe, new JobSubmission("") { JobId = job });

        (await again.Should().ThrowAsync<JobOperationException>()).WithMessage($"Job {job} has already been submitted.");
    }

    [Fact]
    public async Task All_state_that_no_operator_takes_over_is_named_at_once_and_can_be_dropped()
    {
        var savepoint = await StoppedAsync();
        Action<StreamExecutionEnvironment> other = environment =>
            environment.FromSequence(0, 9).Uid("other").AddSink(new DiscardingSink<long>());
        var before = Listing(savepoint);
        var restore = () => _cluster.RestoreAsync(other, savepoint);

        var refusal = (await restore.Should().ThrowAsync<JobOperationException>()).Which;
        var failed = _cluster.Cluster.Jobs[^1];
        var allowed = await _cluster.RunAsync(other, new JobSubmission("") { SavepointPath = savepoint, AllowNonRestoredState = true });

        refusal.ExitCode.Should().Be(ExitCode.Incompatible);
        refusal.JavaClass.Should().Be(IllegalState);
        refusal.Message.Should().Contain($"Failed to rollback to checkpoint/savepoint {savepoint}.")
            .And.Contain("Cannot map checkpoint/savepoint state for operator ")
            .And.MatchRegex($@"{OperatorIds.FromUid("numbers")} \([1-9]\d* bytes\)")
            .And.MatchRegex($@"{OperatorIds.FromUid("counter")} \([1-9]\d* bytes\)")
            .And.Contain("--allowNonRestoredState");
        failed.Status.Should().Be(JobStatus.Failed);
        (await _cluster.EndOfAsync(allowed)).Should().Be(JobStatus.Finished);
        Listing(savepoint).Should().Equal(before);
    }

    [Fact]
    public async Task Another_max_parallelism_is_refused_with_both_numbers()
    {
        var savepoint = await StoppedAsync();
        var restore = () => _cluster.RestoreAsync(
            environment =>
            {
                environment.SetMaxParallelism(256);
                _program.Describe(environment);
            },
            savepoint);

        (await restore.Should().ThrowAsync<JobOperationException>()).WithMessage(
            "*Max parallelism mismatch*Cannot map operator * with max parallelism 128 to new program with max parallelism 256.*");
    }

    [Fact]
    public async Task A_derived_max_parallelism_gives_way_to_the_restored_one()
    {
        var savepoint = await StoppedAsync();

        var job = await _cluster.RestoreAsync(
            environment =>
            {
                environment.SetMaxParallelism(128);
                _program.Describe(environment);
            },
            savepoint, parallelism: 2);

        _cluster.Cluster.Find(job)!.Vertices.Should().OnlyContain(vertex => vertex.MaxParallelism == 128);
    }

    [Fact]
    public async Task Ids_go_on_behind_those_of_the_restored_snapshot()
    {
        var first = await RunAsync();
        await _cluster.SavepointAsync(first);
        var stopped = await _cluster.StopAsync(first);

        var job = await _cluster.RestoreAsync(_program.Describe, stopped);
        await _cluster.UntilRunningAsync(job);
        await _cluster.SavepointAsync(job);

        _cluster.Cluster.Find(job)!.Snapshots.Should().ContainSingle().Which.Id.Should().Be(3);
        _cluster.Cluster.Find(job)!.Restored!.CheckpointId.Should().Be(2);
    }

    [Fact]
    public async Task A_snapshot_that_a_running_job_depends_on_is_not_disposed_of()
    {
        var savepoint = await StoppedAsync();
        var job = await _cluster.RestoreAsync(_program.Describe, savepoint);
        await _cluster.UntilRunningAsync(job);
        var dispose = () => _cluster.Cluster.DisposeSavepointAsync(savepoint, CancellationToken.None);

        (await dispose.Should().ThrowAsync<JobOperationException>()).WithMessage($"*{job}*").Which.ExitCode.Should().Be(ExitCode.Refused);
        await _cluster.Cluster.TriggerCheckpointAsync(job, CancellationToken.None);
        await dispose();

        Directory.Exists(LocalOf(savepoint)).Should().BeFalse();
        (await dispose.Should().ThrowAsync<JobOperationException>()).WithMessage($"Could not dispose savepoint {savepoint}.*");
    }

    [Fact]
    public async Task A_path_that_is_no_savepoint_is_named()
    {
        var restore = () => _cluster.RestoreAsync(_program.Describe, _cluster.Folder["nowhere"]);
        Directory.CreateDirectory(_cluster.Folder["empty"]);
        var restoreEmpty = () => _cluster.RestoreAsync(_program.Describe, _cluster.Folder["empty"]);

        (await restore.Should().ThrowAsync<JobOperationException>()).WithMessage("*nowhere*").Which.ExitCode.Should().Be(ExitCode.NotFound);
        (await restoreEmpty.Should().ThrowAsync<JobOperationException>()).WithMessage("*_metadata*");
    }

    public void Dispose() => _cluster.Dispose();

    private static string LocalOf(string uri) => uri["file:".Length..];

    private static string[] Listing(string uri) =>
        [.. Directory.EnumerateFiles(LocalOf(uri)).Order().Select(file => $"{file} {Convert.ToHexString(File.ReadAllBytes(file))}")];

    private JobStatus StatusOf(JobId job) => _cluster.Cluster.Find(job)!.Overview.Status;

    private async Task<JobId> RunAsync()
    {
        var job = await _cluster.RunAsync(_program.Describe);
        await _cluster.UntilRunningAsync(job);
        return job;
    }

    /// <summary>A savepoint with state of source and counter.</summary>
    private async Task<string> StoppedAsync()
    {
        var counts = new Counts();
        var job = await _cluster.RunAsync(new CountingJob(counts, numbers: 1_000_000, rate: 1_000).Describe);
        await TestCluster.UntilAsync(() => counts.Total > 0);
        return await _cluster.StopAsync(job);
    }
}
