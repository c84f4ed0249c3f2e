using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Tests.Support;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Metadata;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Storage;

namespace SavepointCli.Engine.Tests.Jobs;

/// <summary>Who owns a restored snapshot, of either kind, and who may delete it when.</summary>
public sealed class ClaimModeTests : IDisposable
{
    private readonly TestCluster _cluster = new();
    private readonly CountingJob _program = new(new Counts(), numbers: 1_000_000, rate: 1_000);

    private string Checkpoints => _cluster.Folder["checkpoints"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A4_8_An_unclaimed_snapshot_is_never_touched_and_free_behind_the_first_checkpoint(bool fromCheckpoint)
    {
        var snapshot = fromCheckpoint ? await RetainedCheckpointAsync() : await SavepointAsync();
        var before = TestCluster.Contents(snapshot);
        var job = await RestoreAsync(snapshot, mode: null);

        await RefusedAsync(snapshot, $"*cannot be disposed of: job {job} was started from it*");
        await _cluster.SavepointAsync(job);
        await RefusedAsync(snapshot, "RST-INUSE*");
        var id = await _cluster.CheckpointAsync(job);
        Directory.Exists(Path.Combine(Checkpoints, job.ToString(), $"chk-{id}")).Should().BeTrue();
        await _cluster.CheckpointAsync(job);
        await _cluster.CancelAsync(job);

        TestCluster.Contents(snapshot).Should().Equal(before);
        await _cluster.Cluster.DisposeSavepointAsync(snapshot, CancellationToken.None);
    }

    [Fact]
    public async Task A4_8_The_first_checkpoint_behind_an_unclaimed_snapshot_is_full_and_the_second_is_not()
    {
        var job = await RestoreAsync(await SavepointAsync(), ClaimMode.NoClaim, ("state.checkpoints.num-retained", "2"));

        var first = await _cluster.CheckpointAsync(job);
        var second = await _cluster.CheckpointAsync(job);

        TypeOf(job, first).Should().Be(SnapshotType.FullCheckpoint);
        TypeOf(job, second).Should().Be(SnapshotType.Checkpoint);
    }

    [Fact]
    public async Task A4_9_Two_jobs_from_one_snapshot_go_their_own_ways()
    {
        var savepoint = await SavepointAsync();
        var left = await RestoreAsync(savepoint, ClaimMode.NoClaim);
        var right = await RestoreAsync(savepoint, ClaimMode.NoClaim);

        await _cluster.CheckpointAsync(left);
        await RefusedAsync(savepoint, $"*job {right}*");
        await _cluster.CheckpointAsync(right);

        await _cluster.Cluster.DisposeSavepointAsync(savepoint, CancellationToken.None);
        (await _cluster.StopAsync(left)).Should().NotBe(await _cluster.StopAsync(right));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A4_10_A_claimed_snapshot_counts_as_a_checkpoint_and_goes_when_it_is_subsumed(bool fromCheckpoint)
    {
        var snapshot = TestCluster.LocalOf(fromCheckpoint ? await RetainedCheckpointAsync() : await SavepointAsync());
        var job = await RestoreAsync(snapshot, ClaimMode.Claim, ("state.checkpoints.num-retained", "2"));

        await _cluster.CheckpointAsync(job);
        Directory.Exists(snapshot).Should().BeTrue("two are kept, and it is one of them");
        await _cluster.CheckpointAsync(job);

        await TestCluster.UntilAsync(() => !Directory.Exists(snapshot));
        Directory.Exists(Path.GetDirectoryName(snapshot)).Should().BeTrue("the directory of the old job is nobody's");
    }

    [Theory]
    [InlineData("NO_EXTERNALIZED_CHECKPOINTS", false)]
    [InlineData("RETAIN_ON_CANCELLATION", true)]
    public async Task A4_12_Cancelling_deletes_a_claimed_snapshot_unless_checkpoints_are_retained(string retention, bool stays)
    {
        var savepoint = TestCluster.LocalOf(await SavepointAsync());
        var job = await RestoreAsync(
            savepoint, ClaimMode.Claim, ("execution.checkpointing.externalized-checkpoint-retention", retention));

        await _cluster.CancelAsync(job);

        Directory.Exists(savepoint).Should().Be(stays);
    }

    [Fact]
    public async Task A4_13_A_LEGACY_snapshot_is_never_deleted_and_never_free_while_the_job_runs()
    {
        var savepoint = await SavepointAsync();
        var before = TestCluster.Contents(savepoint);
        var job = await RestoreAsync(savepoint, ClaimMode.Legacy);

        TypeOf(job, await _cluster.CheckpointAsync(job)).Should().Be(SnapshotType.Checkpoint, "it may use files of the snapshot");
        await RefusedAsync(savepoint, $"*job {job} was started from it in LEGACY mode*");
        await _cluster.CancelAsync(job);

        TestCluster.Contents(savepoint).Should().Equal(before);
    }

    [Fact]
    public async Task A4_14_RST_INUSE_A_second_claim_names_the_job_that_has_it()
    {
        var savepoint = await SavepointAsync();
        var job = await RestoreAsync(savepoint, ClaimMode.Claim);
        var before = TestCluster.Contents(savepoint);
        var second = () => RestoreAsync(savepoint, ClaimMode.Claim);

        var refusal = (await second.Should().ThrowAsync<JobOperationException>()).Which;

        refusal.Message.Should().StartWith("RST-INUSE: ").And.Contain(savepoint).And.Contain($"job {job} has claimed it");
        refusal.ExitCode.Should().Be(ExitCode.Refused);
        TestCluster.Contents(savepoint).Should().Equal(before);
    }

    [Fact]
    public async Task F36_Of_many_claims_of_one_snapshot_at_once_exactly_one_succeeds()
    {
        var savepoint = await SavepointAsync();

        var claims = Enumerable.Range(0, 8).Select(async _ =>
        {
            try
            {
                await RestoreAsync(savepoint, ClaimMode.Claim);
                return "started";
            }
            catch (JobOperationException fault)
            {
                return fault.Message[..fault.Message.IndexOf(':', StringComparison.Ordinal)];
            }
        });

        (await Task.WhenAll(claims)).Order(StringComparer.Ordinal).Should().Equal([.. Enumerable.Repeat("RST-INUSE", 7), "started"]);
    }

    [Fact]
    public async Task S53_The_claim_mode_can_come_from_the_settings()
    {
        var savepoint = await SavepointAsync();
        var job = await RestoreAsync(savepoint, mode: null, ("execution.savepoint-restore-mode", "claim"));

        _cluster.Cluster.Find(job)!.Restored!.IsSavepoint.Should().BeFalse("it belongs to the job now");
    }

    [Fact]
    public async Task A_checkpoint_that_a_running_job_goes_back_to_is_not_disposed_of()
    {
        var job = await RunAsync();
        var checkpoint = Path.Combine(Checkpoints, job.ToString(), $"chk-{await _cluster.CheckpointAsync(job)}");

        await RefusedAsync(checkpoint, $"*job {job} has taken it and goes back to it after a failure");
    }

    public void Dispose() => _cluster.Dispose();

    private async Task RefusedAsync(string snapshot, string message)
    {
        var dispose = () => _cluster.Cluster.DisposeSavepointAsync(snapshot, CancellationToken.None);
        var refusal = (await dispose.Should().ThrowAsync<JobOperationException>()).WithMessage(message).Which;
        refusal.ExitCode.Should().Be(ExitCode.Refused);
        refusal.Hint.Should().StartWith("stop the job");
    }

    private SnapshotType TypeOf(JobId job, long checkpoint) => CheckpointPropertiesTail.Parse(
        Snapshot.Open(Path.Combine(Checkpoints, job.ToString(), $"chk-{checkpoint}"), new FileStorage()).Metadata.PropertiesTail.Span).Type;

    private async Task<string> SavepointAsync() => await _cluster.StopAsync(await RunAsync());

    private async Task<string> RetainedCheckpointAsync()
    {
        var job = await RunAsync(("execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION"));
        var id = await _cluster.CheckpointAsync(job);
        await _cluster.CancelAsync(job);
        return Path.Combine(Checkpoints, job.ToString(), $"chk-{id}");
    }

    private Task<JobId> RunAsync(params (string Key, string Value)[] settings) => StartAsync(new JobSubmission(""), settings);

    private Task<JobId> RestoreAsync(string snapshot, ClaimMode? mode, params (string Key, string Value)[] settings) =>
        StartAsync(new JobSubmission("") { SavepointPath = snapshot, ClaimMode = mode }, settings);

    private async Task<JobId> StartAsync(JobSubmission submission, (string Key, string Value)[] settings)
    {
        var job = await _cluster.RunAsync(_program.Describe, submission with
        {
            Configuration = settings.Append(("state.checkpoints.dir", $"file://{Checkpoints}")).ToDictionary(),
        });
        await _cluster.UntilRunningAsync(job);
        return job;
    }
}
