using System.Text.Json.Serialization.Metadata;
using SavepointCli.Cluster.Discovery;

namespace SavepointCli.Cluster.Rest;

/// <summary>
/// Sends requests and judges answers as Flink's <c>RestClient</c> does: by the body, not by the status. Connection failures,
/// answers that are not Flink's and a busy cluster (503) are tried again; an error that Flink states is final.
/// </summary>
internal sealed class RestTransport(ClusterEndpoint endpoint, HttpMessageInvoker http, TimeProvider time, Action<string> note)
{
    private ClusterEndpoint _endpoint = endpoint;
    private bool _hasAnswered;

    /// <summary>The answer; a fault is thrown.</summary>
    public async Task<T> SendAsync<T>(RestRequest request, JsonTypeInfo<T> answer, CancellationToken cancellation)
        where T : class
    {
        var outcome = await TrySendAsync(request, answer, cancellation).ConfigureAwait(false);
        return outcome.Answer ?? throw outcome.Fault!;
    }

    /// <summary>The answer, or the fault of the last attempt; one attempt that may have acted makes all of them so.</summary>
    public async Task<RestAttempt<T>> TrySendAsync<T>(RestRequest request, JsonTypeInfo<T> answer, CancellationToken cancellation)
        where T : class
    {
        var mayHaveActed = false;
        for (var attempt = 0; ; attempt++)
        {
            var outcome = await TryAsync(request, answer, cancellation).ConfigureAwait(false);
            mayHaveActed |= outcome.MayHaveActed;

            var policy = RetryPolicy.Of(_endpoint.Rest, _hasAnswered);
            if (!outcome.MayPass || attempt >= policy.Retries) return outcome with { MayHaveActed = mayHaveActed };

            var delay = policy.DelayAfter(attempt);
            note($"{outcome.Fault!.Message}; trying again in {delay.TotalSeconds:0.###} s ({policy.Retries - attempt} more)");
            await Task.Delay(delay, time, cancellation).ConfigureAwait(false);
            if (!outcome.MayHaveActed) await RelocateAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>A JobManager that was not reached may have come back on another machine.</summary>
    private async Task RelocateAsync(CancellationToken cancellation)
    {
        if (_endpoint.Relocate is not { } relocate) return;
        try
        {
            var address = await relocate(cancellation).ConfigureAwait(false);
            if (address != _endpoint.Address) note($"the cluster is at {address} now");
            _endpoint = _endpoint with { Address = address };
        }
        catch (SavepointException fault) when (fault.ExitCode == ExitCode.Unreachable)
        {
            note(fault.Message);
        }
    }

    private async Task<RestAttempt<T>> TryAsync<T>(RestRequest request, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
    {
        var limit = _endpoint.Rest.RequestTimeout ?? request.Timeout;
        using var timer = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
        try
        {
            using var message = Message(request);
            using var response = await http.SendAsync(message, either.Token).ConfigureAwait(false);
            var body = await BoundedBody.ReadAsync(response, _endpoint.Rest.MaxContentLength, either.Token).ConfigureAwait(false);
            var outcome = RestAnswer.Judge(new RestAnswer(request, _endpoint, response.StatusCode, body, response.Headers.Location), type);
            _hasAnswered |= !outcome.MayPass;
            return outcome;
        }
        catch (HttpRequestException exception)
        {
            var fault = ConnectionFaults.Of(exception, _endpoint);
            return ConnectionFaults.NeverArrived(exception)
                ? RestAttempt<T>.Refused(fault, ConnectionFaults.MayPass(exception))
                : RestAttempt<T>.Lost(fault, ConnectionFaults.MayPass(exception) && request.Repeatable);
        }
        catch (IOException exception)
        {
            return RestAttempt<T>.Lost(ConnectionFaults.Broken(exception, _endpoint), request.Repeatable);
        }
        catch (OperationCanceledException exception) when (!cancellation.IsCancellationRequested)
        {
            return timer.IsCancellationRequested
                ? RestAttempt<T>.Lost(ConnectionFaults.NoAnswer(request, limit, _endpoint, exception), request.Repeatable)
                : RestAttempt<T>.Refused(ConnectionFaults.NoConnection(_endpoint, exception), mayPass: true);
        }
    }

    private HttpRequestMessage Message(RestRequest request)
    {
        var address = new Uri(_endpoint.Address.Root, "v1/" + request.Path);
        var message = new HttpRequestMessage(request.Method, address) { Content = request.Content?.Invoke() };
        foreach (var (name, value) in _endpoint.Rest.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
                throw new SavepointException(
                    ExitCode.Usage, $"FLINK_REST_CLIENT_HEADERS holds '{name}', which is no header name", "one Name:value a line");
        }

        return message;
    }
}
