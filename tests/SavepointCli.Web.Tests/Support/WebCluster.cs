using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using SavepointCli.Engine.Hosting;
using SavepointCli.Testing;

namespace SavepointCli.Web.Tests.Support;

/// <summary>An embedded cluster on a free port with its data in a folder of its own.</summary>
internal sealed class WebCluster : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly EngineHost _host;

    private WebCluster(EngineHost host, TempFolder folder)
    {
        _host = host;
        Folder = folder;
        Client = new HttpClient { BaseAddress = host.Url };
    }

    public static string CountingJob { get; } = Program("SavepointCli.Examples.Counting.dll");

    public static string TestPrograms { get; } = Program("SavepointCli.TestPrograms.dll");

    public Uri Url => _host.Url;

    public TempFolder Folder { get; }

    public HttpClient Client { get; }

    public static async Task<WebCluster> StartAsync(params string[] settings)
    {
        var folder = new TempFolder();
        string[] own =
        [
            "rest.port=0", $"web.tmpdir={folder.Path}", $"state.savepoints.dir=file://{folder["savepoints"]}",
            $"state.checkpoints.dir=file://{folder["checkpoints"]}", "web.refresh-interval=500ms",
        ];
        var arguments = EngineArguments.Parse([.. own.Concat(settings).SelectMany(setting => new[] { "-D", setting })], null);
        return new WebCluster(await EngineHost.StartAsync(arguments, EngineProgram.AddEmbeddedCluster, CancellationToken.None), folder);
    }

    /// <summary>Uploads and starts a program, and returns the id of its job once its tasks run.</summary>
    public async Task<string> RunAsync(string program, object body)
    {
        using var file = new ByteArrayContent(await File.ReadAllBytesAsync(program));
        using var form = new MultipartFormDataContent { { file, "jarfile", Path.GetFileName(program) } };
        using var uploaded = await Client.PostAsync(Relative("/jars/upload"), form);
        var jar = Path.GetFileName((await ReadAsync(uploaded)).GetProperty("filename").GetString());
        using var started = await Client.PostAsJsonAsync(Relative($"/jars/{jar}/run"), body);
        var job = (await ReadAsync(started)).GetProperty("jobid").GetString()!;
        await UntilAsync(async () => (await GetAsync("/savepointctl/v1/jobs")).GetProperty("jobs").EnumerateArray()
            .Any(row => row.GetProperty("id").GetString() == job && row.GetProperty("tasks").GetInt32() == row.GetProperty("runningTasks").GetInt32()));
        return job;
    }

    /// <summary>Takes a savepoint and returns its location.</summary>
    public async Task<string> SavepointAsync(string job)
    {
        using var triggered = await Client.PostAsJsonAsync(Relative($"/jobs/{job}/savepoints"), new { });
        var trigger = (await ReadAsync(triggered)).GetProperty("request-id").GetString();
        JsonElement status = default;
        await UntilAsync(async () =>
        {
            status = await GetAsync($"/jobs/{job}/savepoints/{trigger}");
            return status.GetProperty("status").GetProperty("id").GetString() == "COMPLETED";
        });
        return status.GetProperty("operation").GetProperty("location").GetString()!;
    }

    /// <summary>A savepoint of the counting job that holds all its words.</summary>
    public async Task<string> SavepointOfAllWordsAsync(string job)
    {
        const int words = 5;
        var savepoint = "";
        await UntilAsync(async () =>
        {
            savepoint = await SavepointAsync(job);
            var entries = await GetAsync($"/savepointctl/v1/entries?state=count&path={Uri.EscapeDataString(savepoint)}");
            return entries.GetProperty("entries").GetArrayLength() == words;
        });
        return savepoint;
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        using var answer = await Client.GetAsync(Relative(path));
        return await ReadAsync(answer);
    }

    /// <summary>The count of a word in a savepoint of the counting job.</summary>
    public async Task<long> CountAsync(string savepoint, string word)
    {
        var entries = await GetAsync($"/savepointctl/v1/entries?state=count&key={word}&path={Uri.EscapeDataString(savepoint)}");
        return long.Parse(entries.GetProperty("entries").EnumerateArray().Single().GetProperty("value").GetString()!, CultureInfo.InvariantCulture);
    }

    /// <summary>Asks again until it is so; the limit only keeps a broken build from hanging.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!await isSo())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await EndJobsAsync();
        Client.Dispose();
        await _host.DisposeAsync();
        Folder.Dispose();
    }

    /// <summary>Tasks that still write, and programs that are still being unloaded, would get in the way of deleting the folder.</summary>
    private async Task EndJobsAsync()
    {
        foreach (var job in (await GetAsync("/jobs")).GetProperty("jobs").EnumerateArray())
        {
            using var cancelled = await Client.PatchAsync(Relative($"/jobs/{job.GetProperty("id").GetString()}"), null);
        }

        await UntilAsync(async () => (await GetAsync("/savepointctl/v1/jobs")).GetProperty("jobs").EnumerateArray()
            .All(job => job.GetProperty("end").ValueKind == JsonValueKind.Number));
        await UntilAsync(() => Task.FromResult(!Directory.EnumerateDirectories(Folder.Path, "flink-web-*")
            .SelectMany(own => Directory.EnumerateDirectories(own, "savepointctl-job-*")).Any()));
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.Should().BeTrue(text);
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    private static Uri Relative(string path) => new(path, UriKind.Relative);

    private static string Program(string name) => Path.Combine(AppContext.BaseDirectory, "programs", name);
}
