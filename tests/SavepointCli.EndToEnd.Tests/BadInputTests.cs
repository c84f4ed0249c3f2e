using SavepointCli.Testing;

namespace SavepointCli.EndToEnd.Tests;

/// <summary>Whatever goes wrong: one line, the documented exit code, and nothing lost.</summary>
public sealed class BadInputTests(RunningCluster cluster) : IClassFixture<RunningCluster>
{
    private const string UnknownJob = "00000000000000000000000000000042";

    [Theory]
    [InlineData("savepoint", UnknownJob, "/tmp")]
    [InlineData("stop", "-p", "/tmp", UnknownJob)]
    [InlineData("cancel", UnknownJob)]
    public async Task An_unknown_job_is_named(params string[] arguments) =>
        (await cluster.RunAsync(arguments)).ShouldFailWith(ExitCode.NotFound, UnknownJob);

    [Fact]
    public async Task A_finished_job_takes_no_savepoint()
    {
        var job = (await cluster.RunAsync("run", BuiltPrograms.CountingJob, "--rate", "100000", "--records", "10")).ShouldSucceed().JobId;

        (await cluster.RunAsync("savepoint", job, cluster.SavepointFolder)).ShouldFailWith(ExitCode.NotFound, job);
    }

    [Fact]
    public async Task Without_target_and_default_directory_the_key_to_set_is_named()
    {
        await WithRunningJobAsync(async job =>
        {
            (await cluster.RunAsync("savepoint", job)).ShouldFailWith(ExitCode.Usage, "execution.checkpointing.savepoint-dir");
            (await cluster.RunAsync("stop", job)).ShouldFailWith(ExitCode.Usage, "execution.checkpointing.savepoint-dir");
        });
    }

    [Fact]
    public async Task A_target_that_cannot_be_written_leaves_the_job_running()
    {
        var file = cluster.PathOf("a-file");
        await File.WriteAllTextAsync(file, "not a directory");
        await WithRunningJobAsync(async job =>
            (await cluster.RunAsync("savepoint", job, file)).ShouldFailWith(ExitCode.OperationFailed, "Failed to create savepoint directory"));
    }

    [Fact]
    public async Task A_path_that_is_no_savepoint_is_refused_by_every_verb_that_takes_one()
    {
        var empty = Directory.CreateDirectory(cluster.PathOf("empty")).FullName;
        var missing = cluster.PathOf("missing");

        (await cluster.RunAsync("inspect", missing)).ShouldFailWith(ExitCode.NotFound, missing);
        (await cluster.RunAsync("state", "read", empty)).ShouldFailWith(ExitCode.NotFound, empty, "_metadata");
        (await cluster.RunAsync("savepoint", "-d", missing)).ShouldFailWith(ExitCode.NotFound, missing);
        (await cluster.RunAsync("savepoint", "-d", empty)).ShouldFailWith(ExitCode.NotFound, empty);
        (await cluster.RunAsync("run", "-d", "-s", missing, BuiltPrograms.CountingJob)).ShouldFailWith(ExitCode.NotFound, missing);
        Directory.Exists(empty).Should().BeTrue("nothing is deleted that is no savepoint");
    }

    [Fact]
    public async Task A_damaged_savepoint_is_refused_and_left_as_it_is()
    {
        var golden = GoldenCase.Load("1.20", "canonical-hashmap");
        var copy = CopyOf(golden, "shortened");
        var stateFile = Directory.EnumerateFiles(copy).First(file => Path.GetFileName(file) != "_metadata");
        var bytes = await File.ReadAllBytesAsync(stateFile);
        await File.WriteAllBytesAsync(stateFile, bytes[..(bytes.Length / 2)]);

        (await cluster.RunAsync("state", "read", copy)).ShouldFailWith(ExitCode.Damaged, Path.GetFileName(stateFile));

        File.Delete(stateFile);
        (await cluster.RunAsync("state", "read", copy)).ShouldFailWith(ExitCode.Damaged, Path.GetFileName(stateFile));

        var metadata = Path.Combine(copy, "_metadata");
        await File.WriteAllBytesAsync(metadata, (await File.ReadAllBytesAsync(metadata))[..1000]);
        (await cluster.RunAsync("inspect", copy)).ShouldFailWith(ExitCode.Damaged, "_metadata");
        (await cluster.RunAsync("savepoint", "-d", copy)).ShouldFailWith(ExitCode.OperationFailed, copy);
        File.Exists(metadata).Should().BeTrue("what cannot be read is not deleted");
    }

    [Fact]
    public async Task State_that_no_operator_claims_is_named_all_at_once()
    {
        var golden = GoldenCase.Load("2.2", "canonical-rocksdb");

        var refused = (await cluster.RunAsync("run", "-d", "-s", golden.SnapshotPath, BuiltPrograms.CountingJob))
            .ShouldFailWith(ExitCode.Incompatible, "kinds", "scalars", "tumbling", "short-key", "gate", "rules");

        refused.Error.Should().Contain("allowNonRestoredState");
        (await cluster.RunAsync("list")).ShouldSucceed().Output.Should().NotContain("(RUNNING)", "nothing was started");
    }

    [Fact]
    public async Task A_parallelism_above_the_stored_max_parallelism_is_refused()
    {
        var golden = GoldenCase.Load("1.20", "canonical-rocksdb");

        (await cluster.RunAsync("run", "-d", "-n", "-p", "129", "-s", golden.SnapshotPath, BuiltPrograms.GoldenJob))
            .ShouldFailWith(ExitCode.Incompatible, "128", "129");
    }

    [Fact]
    public async Task A_cluster_that_is_not_there_is_named() =>
        (await cluster.RunAsync("list", "-m", "127.0.0.1:1", "-Drest.retry.max-attempts=0")).ShouldFailWith(ExitCode.Unreachable, "127.0.0.1:1");

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        using var elsewhere = new TempFolder();

        using var start = await ToolProcess.RunAsync(elsewhere.Path, "cluster", "start", "--port", $"{port}", "--data", elsewhere["data"]);
        start.ExitCode.Should().Be((int)ExitCode.Usage);
        start.Error.Should().StartWith("error: the embedded cluster did not start:").And.Contain($"{port}").And.Contain("\n  try: ");
    }

    [Fact]
    public async Task A_file_that_is_no_job_is_refused()
    {
        (await cluster.RunAsync("run", cluster.PathOf("none.dll"))).ShouldFailWith(ExitCode.Usage, "none.dll");

        var text = cluster.PathOf("text.dll");
        await File.WriteAllTextAsync(text, "no assembly");
        (await cluster.RunAsync("run", "-d", text)).ExitCode.Should().NotBe(0);

        (await cluster.RunAsync("run", "-d", "-c", "No.Such.Class", BuiltPrograms.CountingJob)).Error.Should().Contain("No.Such.Class");
    }

    private async Task WithRunningJobAsync(Func<string, Task> act)
    {
        var job = await cluster.SubmitAsync(BuiltPrograms.CountingJob);
        await act(job);
        (await cluster.RunAsync("list", "-r")).ShouldSucceed().Output.Should().Contain($"{job} : counting (RUNNING)");
        (await cluster.RunAsync("cancel", job)).ShouldSucceed();
    }

    private string CopyOf(GoldenCase golden, string name)
    {
        var copy = Directory.CreateDirectory(cluster.PathOf(name)).FullName;
        foreach (var file in Directory.EnumerateFiles(golden.SnapshotPath))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        return copy;
    }
}
