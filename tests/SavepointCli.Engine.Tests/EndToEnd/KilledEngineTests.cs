using System.Text.Json;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Storage;

namespace SavepointCli.Engine.Tests.EndToEnd;

/// <summary>What an engine that was killed leaves behind, and what the next one makes of it.</summary>
public sealed class KilledEngineTests : IDisposable
{
    private readonly KillableEngine _engine = new();

    private string Output => _engine.Folder["output"];

    [Fact]
    public async Task A_job_goes_on_from_its_last_checkpoint_in_the_next_process()
    {
        await _engine.StartAsync();
        var job = await RunAsync(rate: 2_000, interval: 50);
        var before = await CompletedCheckpointAsync(job);
        await _engine.KillAsync();
        Directory.Delete(_engine.Folder["uploads"], recursive: true);

        await _engine.StartAsync();
        await _engine.UntilRunningAsync(job);
        var statistics = await _engine.GetAsync($"/jobs/{job}/checkpoints");

        statistics.GetProperty("latest").GetProperty("restored").GetProperty("id").GetInt64().Should().BeGreaterThanOrEqualTo(before);
        (await CompletedCheckpointAsync(job)).Should().BeGreaterThan(before, "ids go on");
        await StopAsync(job);
        Counted().Should().OnlyHaveUniqueItems();
        AssertWithoutGap();
    }

    [Fact]
    public async Task F10_An_id_that_was_taken_is_not_used_again_by_the_next_process()
    {
        await _engine.StartAsync();
        var job = await RunAsync(rate: 100, interval: null);
        await _engine.UntilRunningAsync(job);
        await SavepointAsync(job);
        await SavepointAsync(job);
        await _engine.KillAsync();

        await _engine.StartAsync();
        await _engine.UntilRunningAsync(job);
        var third = await SavepointAsync(job);

        Snapshot.Open(third, new FileStorage()).Metadata.CheckpointId.Should().Be(3);
    }

    [Fact]
    public async Task F27_A_claimed_snapshot_is_what_a_job_without_checkpoint_goes_back_to_in_the_next_process()
    {
        await _engine.StartAsync();
        var first = await RunAsync(rate: 500, interval: null);
        await _engine.UntilRunningAsync(first);
        var savepoint = await StopAsync(first);
        var job = await RunAsync(rate: 500, interval: null, new Dictionary<string, object> { ["savepointPath"] = savepoint, ["restoreMode"] = "CLAIM" });
        await _engine.UntilRunningAsync(job);
        await _engine.KillAsync();

        await _engine.StartAsync();
        await _engine.UntilRunningAsync(job);

        Directory.Exists(FlinkPath.ToLocalPath(savepoint)).Should().BeTrue();
        await StopAsync(job);
        Counted().Should().OnlyHaveUniqueItems();
        AssertWithoutGap();
    }

    [Fact]
    public async Task A_job_that_has_ended_or_a_cluster_that_was_told_to_end_leaves_no_record()
    {
        await _engine.StartAsync();
        var stopped = await RunAsync(rate: 100, interval: null);
        await _engine.UntilRunningAsync(stopped);
        await StopAsync(stopped);
        await RunAsync(rate: 100, interval: null);
        Directory.GetDirectories(_engine.Folder["jobs"]).Should().ContainSingle();

        await _engine.SendAsync(HttpMethod.Delete, "/cluster", null);
        await _engine.EndedAsync();

        Directory.GetDirectories(_engine.Folder["jobs"]).Should().BeEmpty();
    }

    [Fact]
    public async Task F31_A_job_whose_checkpoint_is_damaged_is_listed_as_failed_and_can_be_taken_up_once_it_is_repaired()
    {
        await _engine.StartAsync();
        var job = await RunAsync(rate: 500, interval: 50);
        await CompletedCheckpointAsync(job);
        await _engine.KillAsync();
        var metadata = Directory.GetFiles(_engine.Folder["checkpoints"], "_metadata", SearchOption.AllDirectories);
        var intact = metadata.ToDictionary(path => path, File.ReadAllBytes);
        foreach (var (path, bytes) in intact)
        {
            await File.WriteAllBytesAsync(path, bytes[..(bytes.Length / 2)]);
        }

        await _engine.StartAsync();
        await _engine.UntilAsync(job, "FAILED");
        await _engine.KillAsync();
        foreach (var (path, bytes) in intact)
        {
            await File.WriteAllBytesAsync(path, bytes);
        }

        await _engine.StartAsync();
        await _engine.UntilRunningAsync(job);
        await StopAsync(job);
        AssertWithoutGap();
    }

    /// <summary>
    /// A counting job with an exactly-once sink is killed again and again at random moments, beside checkpoints, savepoints, stops and
    /// claims. What is committed at the end has no gap and no duplicate. <c>SAVEPOINTCTL_KILLS</c> asks for more than a quick run.
    /// </summary>
    [Fact]
    public async Task Exactly_once_under_fire()
    {
        const int QuickRun = 6;
        var kills = int.TryParse(Environment.GetEnvironmentVariable("SAVEPOINTCTL_KILLS"), out var asked) ? asked : QuickRun;
        var random = new Random(20_261_122);
        await _engine.StartAsync();
        var job = await RunAsync(rate: 5_000, interval: 40);
        for (var kill = 0; kill < kills; kill++)
        {
            await _engine.UntilRunningAsync(job);
            await Task.Delay(random.Next(50, 500));
            Func<string, Task>? beside = random.Next(3) switch
            {
                0 => SavepointAsync,
                1 => StopAsync,
                _ => null,
            };
            var operation = beside is null ? Task.CompletedTask : Quietly(beside(job));
            await Task.Delay(random.Next(0, 120));
            await _engine.KillAsync();
            await operation;
            await _engine.StartAsync();
            job = await OngoingJobAsync(job);
        }

        await _engine.UntilRunningAsync(job);
        await StopAsync(job);
        Counted().Should().OnlyHaveUniqueItems();
        AssertWithoutGap();
        foreach (var metadata in Directory.GetFiles(_engine.Folder["savepoints"], "_metadata", SearchOption.AllDirectories))
        {
            Snapshot.Open(metadata, new FileStorage()).Metadata.Operators.Should().HaveCount(3);
        }
    }

    public void Dispose() => _engine.Dispose();

    /// <summary>The job that the new process has taken up; if it was stopped before, a job from its savepoint that claims it.</summary>
    private async Task<string> OngoingJobAsync(string job)
    {
        var jobs = (await _engine.GetAsync("/jobs")).GetProperty("jobs").EnumerateArray().ToList();
        if (jobs.Exists(known => known.GetProperty("id").GetString() == job))
        {
            return job;
        }

        var newest = Directory.GetFiles(_engine.Folder["savepoints"], "_metadata", SearchOption.AllDirectories)
            .MaxBy(path => Snapshot.Open(path, new FileStorage()).Metadata.CheckpointId)!;
        return await RunAsync(
            rate: 5_000, interval: 40,
            new Dictionary<string, object> { ["savepointPath"] = Path.GetDirectoryName(newest)!, ["restoreMode"] = "CLAIM" });
    }

    private static async Task Quietly(Task operation)
    {
        try
        {
            await operation;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or Xunit.Sdk.XunitException or OperationCanceledException)
        {
            // The engine was killed meanwhile.
        }
    }

    private async Task<string> RunAsync(int rate, int? interval, Dictionary<string, object>? restore = null)
    {
        var jar = await _engine.UploadAsync(RunningCluster.CountingJob);
        string[] arguments = ["--rate", $"{rate}", "--output", Output, .. interval is null ? Array.Empty<string>() : ["--checkpoint-interval", $"{interval}"]];
        return await _engine.RunAsync(jar, new Dictionary<string, object>(restore ?? []) { ["programArgsList"] = arguments, ["parallelism"] = 2 });
    }

    private async Task<long> CompletedCheckpointAsync(string job)
    {
        JsonElement completed = default;
        await KillableEngine.UntilAsync(
            async () => (completed = (await _engine.GetAsync($"/jobs/{job}/checkpoints")).GetProperty("latest").GetProperty("completed")).ValueKind
                == JsonValueKind.Object,
            "a checkpoint");
        return completed.GetProperty("id").GetInt64();
    }

    private Task<string> SavepointAsync(string job) => OperationAsync(job, "savepoints");

    private Task<string> StopAsync(string job) => OperationAsync(job, "stop");

    private async Task<string> OperationAsync(string job, string verb)
    {
        var trigger = (await _engine.SendAsync(HttpMethod.Post, $"/jobs/{job}/{verb}", new { })).GetProperty("request-id").GetString();
        JsonElement status = default;
        await KillableEngine.UntilAsync(
            async () => (status = await _engine.GetAsync($"/jobs/{job}/savepoints/{trigger}")).GetProperty("status").GetProperty("id").GetString() == "COMPLETED",
            verb);
        var operation = status.GetProperty("operation");
        operation.TryGetProperty("location", out var location).Should().BeTrue(operation.ToString());
        return location.GetString()!;
    }

    /// <summary>The committed lines; what is still hidden was never committed.</summary>
    private List<string> Counted() =>
        [.. Directory.GetFiles(Output).Where(path => !Path.GetFileName(path).StartsWith('.')).SelectMany(File.ReadLines)];

    private void AssertWithoutGap()
    {
        Counted().Should().NotBeEmpty();
        foreach (var word in Counted().Select(line => line.Split('=')).GroupBy(parts => parts[0], parts => long.Parse(parts[1])))
        {
            word.Order().Should().Equal(Enumerable.Range(1, word.Count()).Select(count => (long)count), word.Key);
        }
    }
}
