using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace SavepointCli.Testing.Http;

/// <summary>
/// An HTTP/1.1 server on a real socket of this machine that answers as a function says, also in ways that no library would:
/// with silence, or by hanging up. Bodies need a length; one request at a time a connection.
/// </summary>
public sealed class ScriptedServer : IAsyncDisposable
{
    /// <summary>First byte of a client that wants TLS; a server without it hangs up.</summary>
    private const byte TlsHandshake = 0x16;

    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<ServedRequest> _requests = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Func<ServedRequest, ServedAnswer> _answer;
    private readonly ServedTls? _tls;
    private readonly Task _accepting;

    /// <summary>Starts listening on a free port, or on the given one.</summary>
    public ScriptedServer(Func<ServedRequest, ServedAnswer> answer, ServedTls? tls = null, int port = 0)
    {
        _answer = answer;
        _tls = tls;
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>What <c>-m</c> takes.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    /// <summary>All requests so far, in order.</summary>
    public IReadOnlyList<ServedRequest> Requests => [.. _requests];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_end.IsCancellationRequested) return;
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_connections);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!_end.IsCancellationRequested) _connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            // the end of the test
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            await using var stream = _tls is null ? client.GetStream() : await _tls.SecureAsync(client.GetStream(), _end.Token);
            while (await ReadAsync(stream) is { } request)
            {
                _requests.Enqueue(request);
                var answer = _answer(request);
                if (answer == ServedAnswer.Hangup) return;
                if (answer == ServedAnswer.Silence) await Task.Delay(Timeout.InfiniteTimeSpan, _end.Token);
                await stream.WriteAsync(Encoding.ASCII.GetBytes(HeadOf(answer)), _end.Token);
                if (await WriteBodyAsync(stream, answer)) continue;
                client.LingerState = new LingerOption(true, 0); // what is cut off is cut off with a reset
                return;
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or AuthenticationException)
        {
            // the client has gone or does not trust us, or the test is over
        }
    }

    private async Task<bool> WriteBodyAsync(Stream stream, ServedAnswer answer)
    {
        var whole = answer.CutAfter is null;
        var body = answer.Body.AsMemory(0, answer.CutAfter ?? answer.Body.Length);
        if (answer.PauseBetweenBytes is not { } pause)
        {
            await stream.WriteAsync(body, _end.Token);
            await stream.FlushAsync(_end.Token);
            return whole;
        }

        for (var i = 0; i < body.Length; i++)
        {
            await stream.WriteAsync(body.Slice(i, 1), _end.Token);
            await stream.FlushAsync(_end.Token);
            await Task.Delay(pause, _end.Token);
        }

        return whole;
    }

    private static string HeadOf(ServedAnswer answer)
    {
        var further = string.Concat(answer.Headers.Select(header => $"{header.Key}: {header.Value}\r\n"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {answer.Status} Scripted\r\ncontent-type: {answer.ContentType}\r\ncontent-length: {answer.Body.Length}\r\n{further}\r\n");
    }

    private async Task<ServedRequest?> ReadAsync(Stream stream)
    {
        var head = new List<string>();
        while (await ReadLineAsync(stream) is { } line)
        {
            if (line.Length > 0)
            {
                head.Add(line);
                continue;
            }

            var start = head[0].Split(' ');
            var headers = head.Skip(1)
                .Select(header => header.Split(':', 2))
                .ToDictionary(pair => pair[0], pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase);
            var body = new byte[int.Parse(headers.GetValueOrDefault("content-length", "0"), CultureInfo.InvariantCulture)];
            await stream.ReadExactlyAsync(body, _end.Token);
            return new ServedRequest(start[0], start[1], headers, body);
        }

        return null;
    }

    private async Task<string?> ReadLineAsync(Stream stream)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one, _end.Token) == 1)
        {
            if (one[0] == TlsHandshake) return null;
            if (one[0] == '\n') return line.ToString();
            if (one[0] != '\r') line.Append((char)one[0]);
        }

        return null;
    }
}
