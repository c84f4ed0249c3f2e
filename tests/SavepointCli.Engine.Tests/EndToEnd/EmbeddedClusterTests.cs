using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using SavepointCli.Engine.Tests.Rest;
using SavepointCli.Storage;

namespace SavepointCli.Engine.Tests.EndToEnd;

/// <summary>The whole embedded cluster over its sockets: nothing of it is replaced.</summary>
public sealed class EmbeddedClusterTests
{
    [Fact]
    public async Task A_job_is_uploaded_run_saved_stopped_carried_on_and_its_savepoint_disposed_of()
    {
        await using var cluster = await RunningCluster.StartAsync();
        var jar = await cluster.UploadAsync(RunningCluster.CountingJob);
        var job = await cluster.RunAsync(jar, new { programArgsList = new[] { "--rate", "200", "--output", cluster.Folder["output"] }, parallelism = 2 });
        await cluster.WaitUntilTasksRunAsync(job);
        (await cluster.GetAsync("/jobs/overview")).GetProperty("jobs")[0].GetProperty("name").GetString().Should().Be("counting");

        var savepoint = await cluster.LocationAsync(job, await cluster.PostAsync($"/v1/jobs/{job}/savepoints", new { formatType = "CANONICAL" }));
        savepoint.Should().MatchRegex($"^file:.*/savepoint-{job[..6]}-[0-9a-f]{{12}}$");
        File.Exists(Path.Combine(FlinkPath.ToLocalPath(savepoint), "_metadata")).Should().BeTrue();

        var stopped = await cluster.LocationAsync(job, await cluster.PostAsync($"/jobs/{job}/stop", new { drain = false }));
        (await cluster.GetAsync($"/jobs/{job}/status")).GetProperty("status").GetString().Should().Be("FINISHED");
        (await cluster.GetAsync($"/jobs/{job}/execution-result")).GetProperty("job-execution-result").GetProperty("application-status").GetString()
            .Should().Be("SUCCEEDED");
        var statistics = await cluster.GetAsync($"/jobs/{job}/checkpoints");
        statistics.GetProperty("counts").GetProperty("completed").GetInt32().Should().Be(2);
        var latest = statistics.GetProperty("latest").GetProperty("savepoint");
        latest.GetProperty("external_path").GetString().Should().Be(stopped);
        latest.GetProperty("num_acknowledged_subtasks").GetInt32().Should().Be(latest.GetProperty("num_subtasks").GetInt32()).And.BePositive();
        latest.GetProperty("state_size").GetInt64().Should().BePositive();

        var next = await cluster.RunAsync(jar, new { savepointPath = stopped, programArgsList = new[] { "--rate", "200", "--output", cluster.Folder["output"] } });
        await cluster.WaitUntilTasksRunAsync(next);
        (await cluster.GetAsync($"/jobs/{next}/checkpoints")).GetProperty("latest").GetProperty("restored").GetProperty("external_path").GetString()
            .Should().Be(stopped);
        await cluster.SendAsync(HttpMethod.Patch, $"/jobs/{next}?mode=cancel", null);
        await cluster.WaitForAsync(next, "CANCELED");

        await cluster.DisposeSavepointAsync(savepoint);
        Directory.Exists(FlinkPath.ToLocalPath(savepoint)).Should().BeFalse();
        Directory.Exists(FlinkPath.ToLocalPath(stopped)).Should().BeTrue();
    }

    [Fact]
    public async Task A_cluster_that_ends_with_running_jobs_leaves_no_files_behind()
    {
        await using var cluster = await RunningCluster.StartAsync();
        await cluster.WaitUntilTasksRunAsync(await cluster.RunAsync(await cluster.UploadAsync(RunningCluster.CountingJob), new { }));

        await cluster.StopAsync();

        Directory.EnumerateFileSystemEntries(cluster.Folder.Path).Should().BeEmpty();
    }

    [Fact]
    public async Task The_types_of_jobs_that_have_ended_are_unloaded()
    {
        const string name = "unloaded-later.dll";
        await using var cluster = await RunningCluster.StartAsync();
        var jar = await cluster.UploadAsync(RunningCluster.CountingJob, name);
        var contexts = new List<WeakReference>();
        for (var i = 0; i < 10; i++)
        {
            var job = await cluster.RunAsync(jar, new { });
            await cluster.WaitUntilTasksRunAsync(job);
            contexts.Add(ContextNamed(name));
            await cluster.SendAsync(HttpMethod.Patch, $"/jobs/{job}", null);
            await cluster.WaitForAsync(job, "CANCELED");
        }

        for (var attempt = 0; attempt < 500 && contexts.Exists(context => context.IsAlive); attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        contexts.Count(context => context.IsAlive).Should().Be(0);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference ContextNamed(string name) => new(AssemblyLoadContext.All.Single(context => context.Name == name));

    [Fact]
    public async Task Answers_about_a_real_job_have_the_shape_that_Flink_gave()
    {
        await using var cluster = await RunningCluster.StartAsync();
        var job = await cluster.RunAsync(await cluster.UploadAsync(RunningCluster.CountingJob), new { parallelism = 2 });
        await cluster.WaitUntilTasksRunAsync(job);
        await cluster.LocationAsync(job, await cluster.PostAsync($"/jobs/{job}/savepoints", new { }));

        foreach (var (path, recording) in new[]
        {
            ($"/jobs/{job}", "job"), ($"/jobs/{job}/plan", "job-plan"), ($"/jobs/{job}/config", "job-config"), ("/jobs/overview", "jobs-overview"),
            ($"/jobs/{job}/checkpoints/details/1", "job-checkpoint-details-savepoint"), ("/taskmanagers", "taskmanagers"),
        })
        {
            var theirs = JsonShape.Of(Recording.Load("2.2.1", recording).Answer);
            theirs.Except(JsonShape.Of(await cluster.GetAsync(path))).Should().BeEmpty(path);
        }
    }

    [Fact]
    public async Task A_savepoint_that_is_not_there_is_named_and_the_job_listed_as_failed()
    {
        await using var cluster = await RunningCluster.StartAsync();
        var (status, answer) = await cluster.SendAsync(
            HttpMethod.Post, $"/jars/{await cluster.UploadAsync(RunningCluster.CountingJob)}/run", new { savepointPath = cluster.Folder["none"] });

        status.Should().Be(400);
        answer.GetProperty("errors")[0].GetString()!.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1].Should().Be(
            $"Caused by: java.io.FileNotFoundException: Cannot find checkpoint or savepoint file/directory '{cluster.Folder["none"]}' on file system 'file'.");
        (await cluster.GetAsync("/jobs/overview")).GetProperty("jobs")[0].GetProperty("state").GetString().Should().Be("FAILED");
    }

    [Theory]
    [InlineData("/proc/nope")]
    [InlineData("s3://bucket/x")]
    [InlineData("")]
    public async Task A_target_that_cannot_be_written_fails_the_savepoint_and_leaves_the_job_running(string target)
    {
        await using var cluster = await RunningCluster.StartAsync();
        var job = await cluster.RunAsync(await cluster.UploadAsync(RunningCluster.CountingJob), new { });
        await cluster.WaitUntilTasksRunAsync(job);

        var operation = await cluster.OperationAsync(job, await cluster.PostAsync($"/jobs/{job}/savepoints", new Dictionary<string, string> { ["target-directory"] = target }));

        operation.GetProperty("failure-cause").GetProperty("stack-trace").GetString().Should()
            .StartWith("java.util.concurrent.CompletionException: org.apache.flink.runtime.checkpoint.CheckpointException: ");
        (await cluster.GetAsync($"/jobs/{job}/status")).GetProperty("status").GetString().Should().Be("RUNNING");
    }

    [Fact]
    public async Task Disposing_twice_names_what_is_missing()
    {
        await using var cluster = await RunningCluster.StartAsync();
        var job = await cluster.RunAsync(await cluster.UploadAsync(RunningCluster.CountingJob), new { });
        await cluster.WaitUntilTasksRunAsync(job);
        var savepoint = await cluster.LocationAsync(job, await cluster.PostAsync($"/jobs/{job}/savepoints", new { }));
        await cluster.DisposeSavepointAsync(savepoint);

        var trigger = (await cluster.PostAsync("/savepoint-disposal", new Dictionary<string, string> { ["savepoint-path"] = savepoint })).GetProperty("request-id").GetString();
        var cause = (await cluster.CompletedAsync($"/savepoint-disposal/{trigger}")).GetProperty("failure-cause");

        cause.GetProperty("stack-trace").GetString().Should().StartWith(
            $"org.apache.flink.util.FlinkException: Could not dispose savepoint {savepoint}.\n"
            + "Caused by: java.io.FileNotFoundException: Cannot find checkpoint or savepoint file/directory '");
    }
}
