using SavepointCli.Testing;

namespace SavepointCli.EndToEnd.Tests;

/// <summary>Starting and stopping the embedded cluster as a process.</summary>
public sealed class ClusterTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_cluster_that_was_started_is_found_by_later_commands_until_it_is_stopped()
    {
        using var start = await ToolProcess.RunAsync(_folder.Path, "cluster", "start", "--port", "0");
        try
        {
            start.ExitCode.Should().Be(0, start.Error);
            using var list = await ToolProcess.RunAsync(_folder.Path, "list");
            list.Output.Should().Be("Waiting for response...\nNo running jobs.\nNo scheduled jobs.\n");
            using var status = await ToolProcess.RunAsync(_folder.Path, "cluster", "status");
            status.Output.Should().Contain("0 running");
            using var second = await ToolProcess.RunAsync(_folder.Path, "cluster", "start", "--port", "0");
            second.ExitCode.Should().Be((int)ExitCode.Locked);
        }
        finally
        {
            using var stop = await ToolProcess.RunAsync(_folder.Path, "cluster", "stop");
            stop.ExitCode.Should().Be(0, stop.Error);
        }

        using var afterwards = await ToolProcess.RunAsync(_folder.Path, "cluster", "status");
        afterwards.ExitCode.Should().Be((int)ExitCode.NotFound);
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task A_cluster_in_the_foreground_ends_with_its_command(string signal, int exitCode)
    {
        using var cluster = ToolProcess.Start(_folder.Path, "cluster", "start", "--foreground", "--port", "0");
        await cluster.WaitForOutputAsync("Embedded cluster started");

        await cluster.SignalAsync(signal);
        await cluster.WaitForExitAsync();

        cluster.ExitCode.Should().Be(exitCode, cluster.Error);
        using var status = await ToolProcess.RunAsync(_folder.Path, "cluster", "status");
        status.ExitCode.Should().Be((int)ExitCode.NotFound);
    }
}
