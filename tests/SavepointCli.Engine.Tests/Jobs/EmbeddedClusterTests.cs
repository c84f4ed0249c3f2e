using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Tests.Support;

namespace SavepointCli.Engine.Tests.Jobs;

public sealed class EmbeddedClusterTests : IDisposable
{
    private const long Numbers = 6_000;

    private readonly TestCluster _cluster = new();
    private readonly Counts _counts = new();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_bounded_job_runs_to_its_end_and_is_unloaded(int parallelism)
    {
        var program = new CountingJob(_counts, Numbers, rate: 1_000_000);

        var job = await _cluster.RunAsync(program.Describe, new JobSubmission("") { Parallelism = parallelism });

        (await _cluster.EndOfAsync(job)).Should().Be(JobStatus.Finished);
        _counts.ByKey.Should().Equal(program.Expected);
        _cluster.Cluster.Find(job)!.Overview.Tasks.Keys.Should().Equal(TaskState.Finished);
        await TestCluster.UntilAsync(() => _cluster.Programs.Unloaded == 1);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(2, 3)]
    [InlineData(3, 2)]
    public async Task A_stopped_job_goes_on_from_its_savepoint_with_any_parallelism(int before, int after)
    {
        var program = new CountingJob(_counts, Numbers, rate: 6_000);
        var job = await _cluster.RunAsync(program.Describe, new JobSubmission("") { Parallelism = before });
        await _cluster.UntilRunningAsync(job);
        await TestCluster.UntilAsync(() => _counts.Total > 500);

        var savepoint = await _cluster.StopAsync(job);
        var seen = _counts.Total;
        var restored = await _cluster.RestoreAsync(program.Describe, savepoint, after);

        _cluster.Cluster.Find(job)!.Overview.Status.Should().Be(JobStatus.Finished);
        seen.Should().BeLessThan(Numbers);
        (await _cluster.EndOfAsync(restored)).Should().Be(JobStatus.Finished);
        _counts.ByKey.Should().Equal(program.Expected);
    }

    [Fact]
    public async Task A_job_goes_on_after_a_savepoint_and_numbers_its_snapshots()
    {
        var program = new CountingJob(_counts, Numbers, rate: 2_000);
        var job = await _cluster.RunAsync(program.Describe, new JobSubmission("") { Parallelism = 2 });
        await _cluster.UntilRunningAsync(job);

        var first = await _cluster.SavepointAsync(job);
        var second = await _cluster.SavepointAsync(job);

        first.Should().MatchRegex($"^file:/.*/savepoint-{job.Short}-[0-9a-f]{{12}}$");
        second.Should().NotBe(first);
        _cluster.Cluster.Find(job)!.Snapshots.Select(snapshot => (snapshot.Id, snapshot.State, snapshot.ExternalPath)).Should().Equal(
            (2, SnapshotState.Completed, second), (1, SnapshotState.Completed, first));
        (await _cluster.EndOfAsync(job)).Should().Be(JobStatus.Finished);
        _counts.ByKey.Should().Equal(program.Expected);
    }

    public void Dispose() => _cluster.Dispose();
}
