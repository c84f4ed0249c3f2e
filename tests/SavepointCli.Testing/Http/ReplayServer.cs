using SavepointCli.Testing.Recordings;

namespace SavepointCli.Testing.Http;

/// <summary>A server that answers as a real cluster once did (<see cref="ReplayedTraffic"/>).</summary>
public sealed class ReplayServer(IEnumerable<RecordedExchange> exchanges) : IAsyncDisposable
{
    private readonly ScriptedServer _server = new(new ReplayedTraffic(exchanges).Answer);

    /// <summary>What <c>-m</c> takes.</summary>
    public string Address => _server.Address;

    /// <summary>All requests so far, in order.</summary>
    public IReadOnlyList<ServedRequest> Requests => _server.Requests;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
