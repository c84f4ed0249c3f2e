using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SavepointCli.Cluster.Discovery;
using SavepointCli.Cluster.Failures;
using SavepointCli.Cluster.Rest.Messages;

namespace SavepointCli.Cluster.Rest;

/// <summary>An answer as it came from the wire, with the request it belongs to.</summary>
internal sealed record RestAnswer(RestRequest Request, ClusterEndpoint Endpoint, HttpStatusCode Status, BoundedBody Body)
{
    private const int ShownOfForeignBody = 80;

    /// <summary>
    /// An object with the one field <c>errors</c> is an error whatever its status; anything else has to be the expected type.
    /// </summary>
    public static RestAttempt<T> Judge<T>(RestAnswer answer, JsonTypeInfo<T> type)
        where T : class
    {
        if (!answer.Body.IsComplete) return RestAttempt<T>.Failed(answer.TooLong());
        if (answer.FindErrors() is { } errors)
        {
            var fault = ServerFailure.OfErrors(errors.Errors, answer.Request.Failure);
            return answer.Status == HttpStatusCode.ServiceUnavailable ? RestAttempt<T>.FailedForNow(fault) : RestAttempt<T>.Failed(fault);
        }

        try
        {
            return JsonSerializer.Deserialize(answer.Body.Bytes.Span, type) is { } value
                ? RestAttempt<T>.Answered(value)
                : answer.Foreign<T>(null);
        }
        catch (JsonException exception)
        {
            return answer.Foreign<T>(exception);
        }
    }

    private ErrorBody? FindErrors()
    {
        try
        {
            return JsonSerializer.Deserialize(Body.Bytes.Span, FlinkJson.Default.ErrorBody) is { Errors: not null, Others: null } errors
                ? errors
                : null;
        }
        catch (JsonException)
        {
            return null; // not an error body; the caller goes on to the expected type
        }
    }

    private RestAttempt<T> Foreign<T>(Exception? exception)
        where T : class
    {
        var text = Encoding.UTF8.GetString(Body.Bytes.Span[..Math.Min(Body.Bytes.Length, ShownOfForeignBody)]).ReplaceLineEndings(" ");
        var what = $"{Heading()} and " + (Body.Bytes.IsEmpty ? "no body" : $"a body that is not Flink's: {text}");
        return Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
            ? RestAttempt<T>.Failed(new SavepointException(
                ExitCode.Forbidden, what, "give the credentials with FLINK_REST_CLIENT_HEADERS='Authorization:...'", exception))
            : RestAttempt<T>.FailedForNow(new SavepointException(
                ExitCode.Unreachable, what, $"check that {Endpoint.Origin} names the REST endpoint of a JobManager", exception));
    }

    private string Heading() => $"{Endpoint.Address} answered {Request.Method} /v1/{Request.Path} with status {(int)Status}";

    private SavepointException TooLong() => new(
        ExitCode.Failed,
        $"{Heading()} and more than {Body.Bytes.Length} bytes; the rest was not read",
        "raise rest.client.max-content-length if the cluster really has that much to say");
}
