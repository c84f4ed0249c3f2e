using System.Globalization;
using System.Text.RegularExpressions;

namespace SavepointCli.EndToEnd.Tests;

/// <summary>The main job as a user does it: programs of their own, a real engine, real sockets, real files.</summary>
public sealed partial class MainJobTests(RunningCluster cluster) : IClassFixture<RunningCluster>
{
    [Fact]
    public async Task A_job_is_saved_stopped_resumed_and_its_savepoint_disposed()
    {
        var job = await cluster.SubmitAsync(BuiltPrograms.CountingJob, "--rate", "500");
        (await cluster.RunAsync("list")).ShouldSucceed().Output.Should().Contain($"{job} : counting (RUNNING)");

        var running = await cluster.SavepointAsync(job);
        Path.GetFileName(running).Should().MatchRegex($"^savepoint-{job[..6]}-[0-9a-f]{{12}}$");
        File.Exists(Path.Combine(running, "_metadata")).Should().BeTrue();

        var stopped = await cluster.StopAsync(job);
        var before = await CountsAsync(stopped);
        (await cluster.RunAsync("list", "-a")).ShouldSucceed().Output.Should().Contain($"{job} : counting (FINISHED)");

        var resumed = await cluster.SubmitAsync("-s", stopped, "-p", "2", BuiltPrograms.CountingJob, "--rate", "500");
        var grown = await RunningCluster.WaitForAsync(
            async () => await CountsAsync(await cluster.SavepointAsync(resumed)), counts => counts.Values.Sum() > before.Values.Sum());
        grown.Should().OnlyContain(count => count.Value >= before.GetValueOrDefault(count.Key), "no count starts anew");
        (await cluster.RunAsync("cancel", resumed)).ShouldSucceed();

        (await cluster.RunAsync("savepoint", "-d", running)).ShouldSucceed().Output.Should().Contain($"Savepoint '{running}' disposed.");
        Directory.Exists(running).Should().BeFalse();
        Directory.Exists(stopped).Should().BeTrue("disposing of one savepoint touches no other");
    }

    [Fact]
    public async Task A_bounded_job_is_followed_to_its_end()
    {
        var run = (await cluster.RunAsync("run", BuiltPrograms.CountingJob, "--rate", "100000", "--records", "100")).ShouldSucceed();

        Numbers().Replace(run.Output, "#").Should().Be(
            $"Job has been submitted with JobID {run.JobId}\nProgram execution finished\nJob with JobID {run.JobId} has finished.\nJob Runtime: # ms\n\n\n"
                .Replace(run.JobId, Numbers().Replace(run.JobId, "#"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_metadata_file_names_the_savepoint_as_well_as_its_folder()
    {
        var job = await cluster.SubmitAsync(BuiltPrograms.CountingJob, "--rate", "500");
        var savepoint = await cluster.StopAsync(job);

        var resumed = await cluster.SubmitAsync("-s", Path.Combine(savepoint, "_metadata"), BuiltPrograms.CountingJob);

        (await cluster.RunAsync("cancel", resumed)).ShouldSucceed();
    }

    private async Task<Dictionary<string, long>> CountsAsync(string savepoint) =>
        (await cluster.ReadAsync(savepoint, "counter", "count"))
            .ToDictionary(count => count.Key, count => long.Parse(count.Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\d+")]
    private static partial Regex Numbers();
}
