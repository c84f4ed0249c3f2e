using System.Diagnostics;
using System.Text;
using System.Text.Json;
using SavepointCli.Engine.Hosting;
using SavepointCli.Testing;

namespace SavepointCli.Engine.Tests.EndToEnd;

/// <summary>An embedded cluster as a process that can be killed and started again over the same data.</summary>
internal sealed class KillableEngine : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private Process? _process;
    private HttpClient? _client;

    public TempFolder Folder { get; } = new();

    /// <summary>Further settings of the next start.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    private string ReadyFile => Folder["ready.json"];

    public async Task StartAsync()
    {
        File.Delete(ReadyFile);
        var settings = new Dictionary<string, string>(Settings)
        {
            ["rest.port"] = "0",
            ["web.tmpdir"] = Folder["tmp"],
            ["web.upload.dir"] = Folder["uploads"],
            ["high-availability.storageDir"] = $"file://{Folder["jobs"]}",
            ["execution.checkpointing.dir"] = $"file://{Folder["checkpoints"]}",
            ["execution.checkpointing.savepoint-dir"] = $"file://{Folder["savepoints"]}",
        };
        _process = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!,
            [
                "exec", typeof(EngineHost).Assembly.Location, "--ready-file", ReadyFile, "--log-file", Folder["engine.log"],
                .. settings.SelectMany(setting => new[] { "-D", $"{setting.Key}={setting.Value}" }),
            ])
        {
            Environment = { ["FLINK_CONF_DIR"] = "" },
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        await UntilAsync(() => Task.FromResult(File.Exists(ReadyFile) || _process.HasExited), "the engine to be ready");
        _process.HasExited.Should().BeFalse(File.Exists(Folder["engine.log"]) ? await File.ReadAllTextAsync(Folder["engine.log"]) : "");
        using var ready = JsonDocument.Parse(await File.ReadAllBytesAsync(ReadyFile));
        _client = new HttpClient { BaseAddress = new Uri(ready.RootElement.GetProperty("url").GetString()!) };
    }

    /// <summary>Ends the process at once, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await EndedAsync();
    }

    /// <summary>Waits until the process has ended by itself.</summary>
    public async Task EndedAsync()
    {
        await _process!.WaitForExitAsync().WaitAsync(Patience);
        _process.Dispose();
        _process = null;
        _client!.Dispose();
    }

    public async Task<string> UploadAsync(string path)
    {
        using var file = new ByteArrayContent(await File.ReadAllBytesAsync(path));
        using var content = new MultipartFormDataContent { { file, "jarfile", Path.GetFileName(path) } };
        using var response = await _client!.PostAsync(new Uri("/jars/upload", UriKind.Relative), content);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return Path.GetFileName(answer.RootElement.GetProperty("filename").GetString()!);
    }

    public async Task<string> RunAsync(string jar, object body) =>
        (await SendAsync(HttpMethod.Post, $"/jars/{jar}/run", body)).GetProperty("jobid").GetString()!;

    public Task<JsonElement> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Content = body is null ? null : new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        using var response = await _client!.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        using var document = JsonDocument.Parse(text.Length == 0 ? "{}" : text);
        ((int)response.StatusCode).Should().BeInRange(200, 202, $"{path}: {text}");
        return document.RootElement.Clone();
    }

    public Task UntilRunningAsync(string job) => UntilAsync(
        async () => (await GetAsync($"/jobs/{job}")).GetProperty("vertices").EnumerateArray().All(
            vertex => vertex.GetProperty("tasks").GetProperty("RUNNING").GetInt32() == vertex.GetProperty("parallelism").GetInt32()),
        $"job {job} to run");

    public Task UntilAsync(string job, string state) => UntilAsync(
        async () => (await GetAsync($"/jobs/{job}/status")).GetProperty("status").GetString() == state, $"job {job} to be {state}");

    public static async Task UntilAsync(Func<Task<bool>> isSo, string what)
    {
        var waited = Stopwatch.StartNew();
        while (!await isSo())
        {
            waited.Elapsed.Should().BeLessThan(Patience, "this took too long: {0}", what);
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }
    }

    public void Dispose()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process?.Dispose();
        _client?.Dispose();
        Folder.Dispose();
    }
}
