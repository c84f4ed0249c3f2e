using System.Globalization;
using System.Text.Json;
using SavepointCli.Testing.Http;

namespace SavepointCli.Tests.Operations;

/// <summary>
/// A cluster with one job that treats trigger ids as Flink does: a known one is the operation that it has, an unknown one begins
/// another. Can lose answers, forget results and be restarted.
/// </summary>
internal sealed class FakeCluster : IAsyncDisposable
{
    public const string Job = "00000000000000000000000000000abc";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, string?> _operations = [];
    private readonly List<string> _history = [];
    private readonly ScriptedServer _server;
    private DateTimeOffset _started = DateTimeOffset.UnixEpoch;

    public FakeCluster(int port = 0) => _server = new ScriptedServer(Answer, port: port);

    public string Address => _server.Address;

    public int Port => _server.Port;

    /// <summary>Every operation that was really begun.</summary>
    public int Begun { get; private set; }

    public IReadOnlyList<ServedRequest> Requests => _server.Requests;

    /// <summary>Where savepoints land; null to leave them running.</summary>
    public string? Location { get; set; } = "file:/savepoints/savepoint-000000-0123456789ab";

    /// <summary>Takes triggers and hangs up instead of answering.</summary>
    public bool LosesAnswers { get; set; }

    /// <summary>Hangs up on triggers without taking them.</summary>
    public bool LosesRequests { get; set; }

    /// <summary>Whether the job is still there.</summary>
    public bool HasJob { get; set; } = true;

    /// <summary>Called with every trigger before it is looked at.</summary>
    public Action<string> OnTrigger { get; set; } = _ => { };

    /// <summary>The five minutes are over.</summary>
    public void ForgetResults()
    {
        lock (_lock) _operations.Clear();
    }

    /// <summary>Another JobManager takes over: nothing but the job is left.</summary>
    public void Restart(TimeProvider time)
    {
        lock (_lock)
        {
            _operations.Clear();
            _history.Clear();
            _started = time.GetUtcNow();
        }
    }

    /// <summary>A savepoint that somebody else took.</summary>
    public void AddForeignSavepoint(TimeProvider time, string location)
    {
        lock (_lock) Remember(location, time.GetUtcNow());
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private ServedAnswer Answer(ServedRequest request)
    {
        lock (_lock)
        {
            if (request.Method == "POST") return Trigger(request);
            if (request.Path == "/v1/jobs/overview") return Overview();
            if (request.Path.Contains("/savepoints/", StringComparison.Ordinal)) return Status(request.Path.Split('/')[^1]);
            if (!HasJob) return Error($"org.apache.flink.runtime.rest.NotFoundException: Job {Job} not found");
            if (request.Path == $"/v1/jobs/{Job}") return Times();
            return request.Path == $"/v1/jobs/{Job}/checkpoints"
                ? ServedAnswer.Json($$"""{"history":[{{string.Join(',', _history)}}]}""")
                : Unknown("checkpoint", request.Path.Split('/')[^1]);
        }
    }

    private ServedAnswer Trigger(ServedRequest request)
    {
        var id = request.Json!.Value.GetProperty("triggerId").GetString()!;
        OnTrigger(id);
        if (LosesRequests) return ServedAnswer.Hangup;
        if (_operations.TryAdd(id, Location))
        {
            Begun++;
            Remember(Location, TimeProvider.System.GetUtcNow());
        }

        return LosesAnswers ? ServedAnswer.Hangup : ServedAnswer.Json($$"""{"request-id":"{{id}}"}""", 202);
    }

    private ServedAnswer Status(string id)
    {
        if (!_operations.TryGetValue(id, out var location)) return Unknown("savepoint", id);
        return ServedAnswer.Json(location is null
            ? """{"status":{"id":"IN_PROGRESS"},"operation":null}"""
            : $$"""{"status":{"id":"COMPLETED"},"operation":{"location":{{JsonSerializer.Serialize(location)}} } }""");
    }

    private static ServedAnswer Overview() =>
        ServedAnswer.Json($$"""{"jobs":[{"jid":"{{Job}}","name":"n","start-time":0,"state":"RUNNING"}]}""");

    private static ServedAnswer Unknown(string kind, string id) => Error(
        $"org.apache.flink.runtime.rest.handler.RestHandlerException: There is no {kind} operation with triggerId={id} for job {Job}.");

    private ServedAnswer Times() => ServedAnswer.Json(string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"start-time":{{_started.ToUnixTimeMilliseconds()}},"now":{{Milliseconds(TimeProvider.System.GetUtcNow())}},"jid":"{{Job}}"}"""));

    private static long Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    private void Remember(string? location, DateTimeOffset time)
    {
        var state = location is null ? "IN_PROGRESS" : "COMPLETED";
        var path = location is null ? "" : $$""","external_path":{{JsonSerializer.Serialize(location)}}""";
        _history.Insert(0, string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            {"id":{{_history.Count + 1}},"status":"{{state}}","is_savepoint":true,"savepointFormat":"CANONICAL",
             "trigger_timestamp":{{Milliseconds(time)}},"checkpoint_type":"SAVEPOINT"{{path}} }
            """));
    }

    private static ServedAnswer Error(string message) => ServedAnswer.Json($$"""{"errors":[{{JsonSerializer.Serialize(message)}}]}""", 404);
}
