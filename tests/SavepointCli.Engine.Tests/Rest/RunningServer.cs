using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SavepointCli.Engine.Hosting;
using SavepointCli.Engine.Jobs;
using SavepointCli.Testing;

namespace SavepointCli.Engine.Tests.Rest;

/// <summary>The REST server on a free port of loopback, in front of a <see cref="FakeCluster"/>.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly EngineHost _host;

    private RunningServer(EngineHost host, FakeCluster cluster, ManualTime time, TempFolder folder)
    {
        _host = host;
        Cluster = cluster;
        Time = time;
        Folder = folder;
        Client = new HttpClient { BaseAddress = host.Url };
    }

    public FakeCluster Cluster { get; }

    public ManualTime Time { get; }

    public TempFolder Folder { get; }

    public HttpClient Client { get; }

    public EngineHost Host => _host;

    /// <summary>Starts it with settings given as pairs.</summary>
    public static async Task<RunningServer> StartAsync(params (string Key, string Value)[] settings)
    {
        var cluster = new FakeCluster();
        var time = new ManualTime();
        var folder = new TempFolder();
        var all = new Dictionary<string, string> { ["rest.port"] = "0", ["web.tmpdir"] = folder.Path };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        var host = await EngineHost.StartAsync(
            new EngineArguments { Settings = all },
            services => services.AddSingleton<IEmbeddedCluster>(cluster).AddSingleton<TimeProvider>(time),
            CancellationToken.None);
        return new RunningServer(host, cluster, time, folder);
    }

    public async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Client.BaseAddress + path[1..]));
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "text/plain");
        }

        using var response = await Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        var (status, body) = await SendAsync(HttpMethod.Get, path);
        status.Should().Be(HttpStatusCode.OK, body.ToString());
        return body;
    }

    public Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(string path, string? body) => SendAsync(HttpMethod.Post, path, body);

    /// <summary>Asks a status resource until the operation is completed.</summary>
    public async Task<JsonElement> CompletedAsync(string path)
    {
        while (true)
        {
            var answer = await GetAsync(path);
            if (answer.GetProperty("status").GetProperty("id").GetString() == "COMPLETED")
            {
                return answer.GetProperty("operation");
            }

            await Task.Yield();
        }
    }

    /// <summary>Sends bytes as they are and reads what comes until the server closes.</summary>
    public async Task<string> ExchangeRawAsync(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, _host.Url.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    /// <summary>Sends bytes as they are and reads the head of the answer: status line and headers.</summary>
    public async Task<string> ExchangeHeadAsync(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, _host.Url.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var head = new StringBuilder();
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            head.Append(line).Append('\n');
        }

        return head.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.DisposeAsync();
        Folder.Dispose();
    }
}
