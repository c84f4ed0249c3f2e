using System.Diagnostics;
using System.Text.Json;
using SavepointCli.Testing;

namespace SavepointCli.EndToEnd.Tests;

/// <summary>
/// An embedded cluster that the tool started, in a world of its own: state, data and savepoints lie below one temporary folder, and
/// no configuration of the machine counts.
/// </summary>
public sealed class RunningCluster : IAsyncLifetime, IDisposable
{
    private const string NotAllRunning = "Not all required tasks are currently running";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    private readonly TempFolder _folder = new();

    internal string SavepointFolder => Directory.CreateDirectory(PathOf("savepoints")).FullName;

    public async Task InitializeAsync() =>
        (await RunAsync("cluster", "start", "--port", "0", "-Dtaskmanager.numberOfTaskSlots=64")).ShouldSucceed();

    public async Task DisposeAsync() => (await RunAsync("cluster", "stop")).ShouldSucceed();

    public void Dispose() => _folder.Dispose();

    internal string PathOf(string name) => Path.Combine(_folder.Path, name);

    /// <summary>Runs the tool to its end.</summary>
    internal async Task<ToolResult> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [BuiltPrograms.Tool, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["XDG_STATE_HOME"] = PathOf("state");
        foreach (var name in new[] { "FLINK_CONF_DIR", "FLINK_HOME", "SAVEPOINTCTL_CLUSTER" })
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return new ToolResult(string.Join(' ', arguments), process.ExitCode, await output, await error);
    }

    internal async Task<string> SubmitAsync(params string[] arguments) => (await RunAsync(["run", "-d", .. arguments])).ShouldSucceed().JobId;

    internal Task<string> SavepointAsync(string job) => OnceAllRunAsync("savepoint", job, SavepointFolder);

    internal Task<string> StopAsync(string job) => OnceAllRunAsync("stop", "-p", SavepointFolder, job);

    /// <summary>Values of one state by the JSON text of their key.</summary>
    internal async Task<IReadOnlyDictionary<string, string>> ReadAsync(string savepoint, string uid, string state)
    {
        var read = (await RunAsync("state", "read", savepoint, "--uid", uid, "--operator", uid, "--state", state)).ShouldSucceed();
        return read.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToDictionary(line => line.GetProperty("key").GetRawText(), line => line.GetProperty("value").GetRawText());
    }

    /// <summary>A job is accepted before all of its tasks run; until then Flink refuses, and a user tries again.</summary>
    private async Task<string> OnceAllRunAsync(params string[] arguments)
    {
        var result = await WaitForAsync(() => RunAsync(arguments), run => !run.Error.Contains(NotAllRunning, StringComparison.Ordinal));
        return result.ShouldSucceed().SavepointPath;
    }

    /// <summary>Looks again and again until the value is as wanted.</summary>
    internal static async Task<T> WaitForAsync<T>(Func<Task<T>> look, Func<T, bool> isWanted)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var value = await look();
            if (isWanted(value) || waited.Elapsed > Patience)
            {
                isWanted(value).Should().BeTrue("it was {0} after {1}", value, waited.Elapsed);
                return value;
            }

            await Task.Delay(BetweenLooks);
        }
    }
}
