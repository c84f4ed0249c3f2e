using System.Collections.Concurrent;
using System.Text.Json;
using SavepointCli.Testing.Recordings;

namespace SavepointCli.Testing.Http;

/// <summary>
/// Answers as a real cluster once did: the answers to one method and path come in the order in which they were recorded, and the
/// last of them again and again. What was never asked is answered as Flink answers unknown routes.
/// </summary>
public sealed class ReplayServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<(string Method, string Path), ConcurrentQueue<RecordedExchange>> _answers = new();
    private readonly ScriptedServer _server;

    public ReplayServer(IEnumerable<RecordedExchange> exchanges)
    {
        foreach (var exchange in exchanges) _answers.GetOrAdd((exchange.Method, exchange.Path), _ => new()).Enqueue(exchange);
        _server = new ScriptedServer(Answer);
    }

    /// <summary>What <c>-m</c> takes.</summary>
    public string Address => _server.Address;

    /// <summary>All requests so far, in order.</summary>
    public IReadOnlyList<ServedRequest> Requests => _server.Requests;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private ServedAnswer Answer(ServedRequest request)
    {
        if (!_answers.TryGetValue((request.Method, request.Path), out var queue))
            return ServedAnswer.Json($$"""{"errors":[{{JsonSerializer.Serialize($"Not found: {request.Path}")}}]}""", 404);

        var exchange = queue.Count > 1 && queue.TryDequeue(out var next) ? next : queue.First();
        return ServedAnswer.Json(exchange.ResponseBody, exchange.Status);
    }
}
