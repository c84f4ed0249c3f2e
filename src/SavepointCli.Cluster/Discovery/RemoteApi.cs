using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SavepointCli.Cluster.Rest;

namespace SavepointCli.Cluster.Discovery;

/// <summary>Asks the servers that know where a cluster is: YARN's ResourceManager, the API server of Kubernetes.</summary>
/// <param name="http">The way to the server.</param>
/// <param name="who">The server, for messages.</param>
/// <param name="authorization">Value of the <c>Authorization</c> header, or null.</param>
internal sealed class RemoteApi(HttpMessageInvoker http, string who, string? authorization)
{
    private const long LongestAnswer = 16 * 1024 * 1024;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>The answer; its body is null where the server says 404.</summary>
    public async Task<RemoteAnswer<T>> GetAsync<T>(Uri address, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
    {
        using var timer = new CancellationTokenSource(Limit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
        try
        {
            using var message = new HttpRequestMessage(HttpMethod.Get, address);
            message.Headers.TryAddWithoutValidation("Accept", "application/json");
            if (authorization is not null) message.Headers.TryAddWithoutValidation("Authorization", authorization);
            using var response = await http.SendAsync(message, either.Token).ConfigureAwait(false);
            var body = await BoundedBody.ReadAsync(response, LongestAnswer, either.Token).ConfigureAwait(false);
            var status = (int)response.StatusCode;
            if (status is >= 300 and < 400 && response.Headers.Location is { } moved)
                return new RemoteAnswer<T>(null, new Uri(address, moved));
            return status switch
            {
                404 => new RemoteAnswer<T>(null, null),
                401 or 403 => throw new SavepointException(
                    ExitCode.Forbidden,
                    $"{who} refuses GET {address.AbsolutePath} with status {status}",
                    "check the credentials and their rights"),
                200 => new RemoteAnswer<T>(JsonSerializer.Deserialize(body.Bytes.Span, type), null),
                _ => throw Unusable(address, $"status {status}", null),
            };
        }
        catch (JsonException exception)
        {
            throw Unusable(address, "a body that is not the JSON it should be", exception);
        }
        catch (HttpRequestException exception)
        {
            throw NotReached(address, ConnectionFaults.Reason(exception), exception);
        }
        catch (IOException exception)
        {
            throw NotReached(address, exception.Message.TrimEnd('.'), exception);
        }
        catch (OperationCanceledException exception) when (!cancellation.IsCancellationRequested)
        {
            throw NotReached(address, $"no answer within {Limit.TotalSeconds:0} s", exception);
        }
    }

    private SavepointException NotReached(Uri address, string why, Exception exception) => new(
        ExitCode.Unreachable,
        $"{who} at {address.GetLeftPart(UriPartial.Authority)} was not reached: {why}",
        $"check the address of {who}",
        exception);

    private SavepointException Unusable(Uri address, string what, Exception? exception) => new(
        ExitCode.Unreachable,
        $"{who} answered GET {address.GetLeftPart(UriPartial.Path)} with {what}",
        $"check the address of {who}",
        exception);
}
