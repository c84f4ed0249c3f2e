using System.Text;
using System.Text.Json;
using SavepointCli.Engine.Hosting;
using SavepointCli.Testing;

namespace SavepointCli.Engine.Tests.EndToEnd;

/// <summary>An embedded cluster on a free port with its data in a folder of its own, and what a client does with it.</summary>
internal sealed class RunningCluster : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly EngineHost _host;
    private readonly HttpClient _client;

    private RunningCluster(EngineHost host, TempFolder folder)
    {
        _host = host;
        _client = new HttpClient { BaseAddress = host.Url };
        Folder = folder;
    }

    public static string CountingJob { get; } = Path.Combine(AppContext.BaseDirectory, "programs", "SavepointCli.Examples.Counting.dll");

    public TempFolder Folder { get; }

    public static async Task<RunningCluster> StartAsync()
    {
        var folder = new TempFolder();
        string[] arguments =
        [
            "-D", "rest.port=0", "-D", $"web.tmpdir={folder.Path}", "-D", $"state.savepoints.dir=file://{folder["savepoints"]}",
        ];
        var host = await EngineHost.StartAsync(EngineArguments.Parse(arguments, null), EngineProgram.AddEmbeddedCluster, CancellationToken.None);
        return new RunningCluster(host, folder);
    }

    public ValueTask StopAsync() => _host.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
        Folder.Dispose();
    }

    public async Task<string> UploadAsync(string path, string? name = null)
    {
        using var file = new ByteArrayContent(await File.ReadAllBytesAsync(path));
        using var content = new MultipartFormDataContent { { file, "jarfile", name ?? Path.GetFileName(path) } };
        using var response = await _client.PostAsync(new Uri("/jars/upload", UriKind.Relative), content);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return Path.GetFileName(answer.RootElement.GetProperty("filename").GetString()!);
    }

    public async Task<string> RunAsync(string jar, object body) =>
        (await PostAsync($"/jars/{jar}/run", body)).GetProperty("jobid").GetString()!;

    public async Task<string> LocationAsync(string job, JsonElement trigger)
    {
        var operation = await OperationAsync(job, trigger);
        operation.TryGetProperty("location", out var location).Should().BeTrue(operation.ToString());
        return location.GetString()!;
    }

    public Task<JsonElement> OperationAsync(string job, JsonElement trigger) =>
        CompletedAsync($"/jobs/{job}/savepoints/{trigger.GetProperty("request-id").GetString()}");

    public async Task DisposeSavepointAsync(string savepoint)
    {
        var trigger = await PostAsync("/savepoint-disposal", new Dictionary<string, string> { ["savepoint-path"] = savepoint });
        (await CompletedAsync($"/savepoint-disposal/{trigger.GetProperty("request-id").GetString()}")).GetRawText().Should().Be("{}");
    }

    public async Task<JsonElement> CompletedAsync(string path)
    {
        JsonElement answer = default;
        await UntilAsync(async () => (answer = await GetAsync(path)).GetProperty("status").GetProperty("id").GetString() == "COMPLETED", path);
        return answer.GetProperty("operation");
    }

    /// <summary>A job is RUNNING before its tasks are, and only running tasks take part in a savepoint.</summary>
    public Task WaitUntilTasksRunAsync(string job) => UntilAsync(
        async () =>
        {
            var counts = (await GetAsync($"/jobs/{job}")).GetProperty("vertices").EnumerateArray();
            return counts.All(vertex => vertex.GetProperty("tasks").GetProperty("RUNNING").GetInt32() == vertex.GetProperty("parallelism").GetInt32());
        },
        $"the tasks of job {job} to run");

    public Task WaitForAsync(string job, string state) =>
        UntilAsync(async () => (await GetAsync($"/jobs/{job}/status")).GetProperty("status").GetString() == state, $"job {job} to be {state}");

    /// <summary>Asks again until it is so; the limit only keeps a broken build from hanging.</summary>
    private static async Task UntilAsync(Func<Task<bool>> isSo, string what)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!await isSo())
        {
            limit.IsCancellationRequested.Should().BeFalse($"this took too long: {what}");
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        var (status, answer) = await SendAsync(HttpMethod.Get, path, null);
        status.Should().Be(200, $"{path}: {answer}");
        return answer;
    }

    public async Task<JsonElement> PostAsync(string path, object body)
    {
        var (status, answer) = await SendAsync(HttpMethod.Post, path, body);
        status.Should().BeInRange(200, 202, $"{path}: {answer}");
        return answer;
    }

    public async Task<(int Status, JsonElement Answer)> SendAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Content = body is null ? null : new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        using var response = await _client.SendAsync(request);
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return ((int)response.StatusCode, document.RootElement.Clone());
    }
}
