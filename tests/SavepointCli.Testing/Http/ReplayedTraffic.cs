using System.Collections.Concurrent;
using System.Text.Json;
using SavepointCli.Testing.Recordings;

namespace SavepointCli.Testing.Http;

/// <summary>
/// Answers as a real cluster once did: the answers to one method and path come in the order in which they were recorded, and the
/// last of them again and again. What was never asked is answered as Flink answers unknown routes.
/// </summary>
public sealed class ReplayedTraffic
{
    private readonly ConcurrentDictionary<(string Method, string Path), ConcurrentQueue<RecordedExchange>> _answers = new();

    public ReplayedTraffic(IEnumerable<RecordedExchange> exchanges)
    {
        foreach (var exchange in exchanges) _answers.GetOrAdd((exchange.Method, exchange.Path), _ => new()).Enqueue(exchange);
    }

    public ServedAnswer Answer(ServedRequest request)
    {
        if (!_answers.TryGetValue((request.Method, request.Path), out var queue))
            return ServedAnswer.Json($$"""{"errors":[{{JsonSerializer.Serialize($"Not found: {request.Path}")}}]}""", 404);

        var exchange = queue.Count > 1 && queue.TryDequeue(out var next) ? next : queue.First();
        return exchange.Status == 0 ? ServedAnswer.Hangup : new ServedAnswer(exchange.Status, exchange.ContentType, exchange.ResponseBody);
    }
}
