using SavepointCli.Cluster.Discovery;
using SavepointCli.Testing;

namespace SavepointCli.Tests.Commands;

/// <summary>The verbs of the embedded cluster where there is none; what they do to a real one is tested end to end.</summary>
public sealed class ClusterCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Stopping_what_does_not_run_is_done()
    {
        var run = await RunAsync("cluster", "stop");

        run.Should().Be(new ToolRun(ExitCode.Done, "No embedded cluster is running.\n", ""));
    }

    [Fact]
    public async Task The_status_of_what_does_not_run_is_not_found()
    {
        var run = await RunAsync("cluster", "status");

        run.Should().Be(new ToolRun(
            ExitCode.NotFound, "", "error: no embedded cluster runs on this machine\n  try: savepointctl cluster start\n"));
    }

    [Fact]
    public async Task The_record_of_a_cluster_that_is_gone_is_cleared_away()
    {
        var record = _folder["savepointctl", "cluster.json"];
        new EmbeddedClusterRecord(int.MaxValue, "http://127.0.0.1:1", null).Save(record);

        (await RunAsync("cluster", "status")).ExitCode.Should().Be(ExitCode.NotFound);
        (await RunAsync("cluster", "stop")).ExitCode.Should().Be(ExitCode.Done);

        File.Exists(record).Should().BeFalse();
    }

    [Fact]
    public async Task A_second_cluster_is_refused()
    {
        new EmbeddedClusterRecord(Environment.ProcessId, "http://127.0.0.1:1", null).Save(_folder["savepointctl", "cluster.json"]);

        var run = await RunAsync("cluster", "start");

        run.ExitCode.Should().Be(ExitCode.Locked);
        run.Error.Should().Be(
            $"error: an embedded cluster runs already at http://127.0.0.1:1 (process {Environment.ProcessId})\n"
            + "  try: savepointctl cluster stop\n");
    }

    [Fact]
    public async Task An_engine_that_is_not_there_is_named()
    {
        var run = await RunAsync("cluster", "start");

        run.ExitCode.Should().Be(ExitCode.Usage);
        run.Error.Should().Be(
            $"error: the embedded cluster is not installed: there is no '{_folder["no-engine.dll"]}'\n"
            + "  try: correct SAVEPOINTCTL_ENGINE\n");
    }

    [Fact]
    public async Task An_engine_that_ends_at_once_is_reported_with_its_own_words()
    {
        if (OperatingSystem.IsWindows()) return; // the engine is started through a shell script here
        File.WriteAllText(
            _folder["dotnet"],
            "#!/bin/sh\necho 'noise'\necho 'error: port 1 is taken' >&2\necho '  try: another' >&2\nexit 2\n");
        File.SetUnixFileMode(_folder["dotnet"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        File.WriteAllText(_folder["no-engine.dll"], "");

        var run = await RunAsync("cluster", "start");

        run.ExitCode.Should().Be(ExitCode.Usage);
        run.Error.Should().Be("error: the embedded cluster did not start: port 1 is taken\n  try: another\n");
    }

    [Fact]
    public async Task A_demonstration_does_not_write_into_a_folder_that_holds_something()
    {
        File.WriteAllText(_folder["precious"], "");

        var run = await RunAsync("demo", "--keep", _folder.Path);

        run.ExitCode.Should().Be(ExitCode.Refused);
        Directory.EnumerateFileSystemEntries(_folder.Path).Should().ContainSingle();
    }

    private Task<ToolRun> RunAsync(params string[] arguments) => ToolRun.WithVariablesAsync(
        new Dictionary<string, string>
        {
            ["XDG_STATE_HOME"] = _folder.Path,
            ["SAVEPOINTCTL_ENGINE"] = _folder["no-engine.dll"],
            ["DOTNET_HOST_PATH"] = _folder["dotnet"],
            ["PATH"] = "/usr/bin:/bin",
        },
        arguments);
}
