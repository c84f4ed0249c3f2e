using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using SavepointCli.Engine.Hosting;
using SavepointCli.Testing;

namespace SavepointCli.Engine.Tests.EndToEnd;

/// <summary>The embedded cluster as a process of its own.</summary>
public sealed class EngineProcessTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task A_process_is_ready_serves_and_ends_with_0_when_a_client_tells_it_to()
    {
        using var engine = Start("-D", "rest.port=0", "--ready-file", _folder["ready.json"], "--log-file", _folder["engine.log"]);
        using var limit = new CancellationTokenSource(Patience);
        while (!File.Exists(_folder["ready.json"]))
        {
            engine.HasExited.Should().BeFalse();
            await Task.Delay(TimeSpan.FromMilliseconds(20), limit.Token);
        }

        using var ready = JsonDocument.Parse(await File.ReadAllBytesAsync(_folder["ready.json"]));
        ready.RootElement.GetProperty("pid").GetInt32().Should().Be(engine.Id);
        using var client = new HttpClient { BaseAddress = new Uri(ready.RootElement.GetProperty("url").GetString()!) };
        (await client.GetStringAsync(new Uri("/v1/jobs/overview", UriKind.Relative))).Should().Be("""{"jobs":[]}""");
        using var answer = await client.DeleteAsync(new Uri("/v1/cluster", UriKind.Relative));
        await engine.WaitForExitAsync(limit.Token);

        engine.ExitCode.Should().Be(0);
        Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName).Should().Equal("engine.log");
    }

    [Fact]
    public async Task A_port_that_is_taken_ends_it_with_two_lines_and_the_code_of_wrong_usage()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        using var engine = Start("-D", $"rest.port={port}");
        using var limit = new CancellationTokenSource(Patience);

        var error = await engine.StandardError.ReadToEndAsync(limit.Token);
        await engine.WaitForExitAsync(limit.Token);

        error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().Equal(
            $"error: port {port} of 127.0.0.1 is taken by another process",
            "  try: stop that process, or choose another port with -D rest.port=PORT (0 takes a free one)");
        engine.ExitCode.Should().Be((int)ExitCode.Usage);
        Directory.EnumerateFileSystemEntries(_folder.Path).Should().BeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo(
        Environment.ProcessPath!, ["exec", typeof(EngineHost).Assembly.Location, .. arguments, "-D", $"web.tmpdir={_folder.Path}"])
    {
        RedirectStandardError = true,
        RedirectStandardOutput = true,
        Environment = { ["FLINK_CONF_DIR"] = "" },
    })!;
}
