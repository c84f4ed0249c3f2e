using System.Text.Json.Serialization.Metadata;
using SavepointCli.Cluster.Discovery;

namespace SavepointCli.Cluster.Rest;

/// <summary>
/// Sends requests and judges answers as Flink's <c>RestClient</c> does: by the body, not by the status. Connection failures,
/// answers that are not Flink's and a busy cluster (503) are tried again; an error that Flink states is final.
/// </summary>
internal sealed class RestTransport(ClusterEndpoint endpoint, HttpMessageInvoker http, TimeProvider time, Action<string> note)
{
    private bool _hasAnswered;

    public async Task<T> SendAsync<T>(RestRequest request, JsonTypeInfo<T> answer, CancellationToken cancellation)
        where T : class
    {
        for (var attempt = 0; ; attempt++)
        {
            var outcome = await TryAsync(request, answer, cancellation).ConfigureAwait(false);
            if (outcome.Answer is { } received) return received;

            var policy = RetryPolicy.Of(endpoint.Rest, _hasAnswered);
            if (!outcome.MayPass || attempt >= policy.Retries) throw outcome.Fault!;

            note($"{outcome.Fault!.Message}; trying again in {policy.Delay.TotalSeconds:0.###} s ({policy.Retries - attempt} more)");
            await Task.Delay(policy.Delay, time, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<RestAttempt<T>> TryAsync<T>(RestRequest request, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
    {
        var limit = endpoint.Rest.RequestTimeout ?? request.Timeout;
        using var timer = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
        try
        {
            using var message = Message(request);
            using var response = await http.SendAsync(message, either.Token).ConfigureAwait(false);
            var body = await BoundedBody.ReadAsync(response, endpoint.Rest.MaxContentLength, either.Token).ConfigureAwait(false);
            var outcome = RestAnswer.Judge(new RestAnswer(request, endpoint, response.StatusCode, body), type);
            _hasAnswered |= !outcome.MayPass;
            return outcome;
        }
        catch (HttpRequestException exception)
        {
            var fault = ConnectionFaults.Of(exception, endpoint);
            var arrived = exception.HttpRequestError is not (HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError);
            return ConnectionFaults.MayPass(exception) && (request.Repeatable || !arrived)
                ? RestAttempt<T>.FailedForNow(fault)
                : RestAttempt<T>.Failed(fault);
        }
        catch (IOException exception)
        {
            var fault = ConnectionFaults.Broken(exception, endpoint);
            return request.Repeatable ? RestAttempt<T>.FailedForNow(fault) : RestAttempt<T>.Failed(fault);
        }
        catch (OperationCanceledException exception) when (timer.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            var fault = ConnectionFaults.NoAnswer(request, limit, endpoint, exception);
            return request.Repeatable ? RestAttempt<T>.FailedForNow(fault) : RestAttempt<T>.Failed(fault);
        }
    }

    private HttpRequestMessage Message(RestRequest request)
    {
        var address = new Uri(endpoint.Address.Root, "v1/" + request.Path);
        var message = new HttpRequestMessage(request.Method, address) { Content = request.Content?.Invoke() };
        foreach (var (name, value) in endpoint.Rest.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
                throw new SavepointException(
                    ExitCode.Usage, $"FLINK_REST_CLIENT_HEADERS holds '{name}', which is no header name", "one Name:value a line");
        }

        return message;
    }
}
