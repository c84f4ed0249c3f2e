using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SavepointCli.Cluster.Discovery;
using SavepointCli.Cluster.Failures;
using SavepointCli.Cluster.Rest.Messages;

namespace SavepointCli.Cluster.Rest;

/// <summary>An answer as it came from the wire, with the request it belongs to.</summary>
internal sealed record RestAnswer(
    RestRequest Request, ClusterEndpoint Endpoint, HttpStatusCode Status, BoundedBody Body, Uri? Target = null)
{
    private const int ShownOfForeignBody = 80;

    /// <summary>
    /// An object with the one field <c>errors</c> is an error whatever its status; anything else has to be the expected type.
    /// </summary>
    public static RestAttempt<T> Judge<T>(RestAnswer answer, JsonTypeInfo<T> type)
        where T : class
    {
        if (!answer.Body.IsComplete) return RestAttempt<T>.Lost(answer.TooLong(), mayPass: false);
        if (answer.FindErrors() is { } errors)
        {
            var fault = ServerFailure.OfErrors(errors.Errors, answer.Request.Failure);
            var isBusy = answer.Status == HttpStatusCode.ServiceUnavailable;
            return isBusy || (int)answer.Status < (int)HttpStatusCode.InternalServerError
                ? RestAttempt<T>.Refused(fault, isBusy)
                : RestAttempt<T>.Lost(fault, mayPass: false);
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
        text = Printable(text);
        var what = $"{Heading()} and " + (Body.Bytes.IsEmpty ? "no body" : $"a body that is not Flink's: {text}");
        if (Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            const string hint = "SAVEPOINTCTL_TOKEN_FILE, or SAVEPOINTCTL_USER and SAVEPOINTCTL_PASSWORD_FILE, give the credentials";
            return RestAttempt<T>.Refused(new SavepointException(ExitCode.Forbidden, what, hint, exception));
        }

        return Redirection() is { } target
            ? RestAttempt<T>.Refused(new SavepointException(
                ExitCode.Unreachable,
                $"{Heading()} and points to {target}",
                "redirects are not followed; if that is the cluster, name it with -m"))
            : RestAttempt<T>.Lost(
                new SavepointException(
                    ExitCode.Unreachable, what, $"check that {Endpoint.Origin} names the REST endpoint of a JobManager", exception),
                mayPass: Request.Repeatable);
    }

    /// <summary>Where a redirect points: the place alone, since a query may carry tokens of a login.</summary>
    private string? Redirection() =>
        (int)Status is >= 300 and < 400 && Target is { IsAbsoluteUri: true } target
            ? Printable(target.GetLeftPart(UriPartial.Path))
            : null;

    /// <summary>What a stranger sent must not steer a terminal.</summary>
    private static string Printable(string text) => string.Concat(text.Select(character => char.IsControl(character) ? '?' : character));

    private string Heading() => $"{Endpoint.Address} answered {Request.Method} /v1/{Request.Path} with status {(int)Status}";

    private SavepointException TooLong() => new(
        ExitCode.Failed,
        $"{Heading()} and more than {Body.Bytes.Length} bytes; the rest was not read",
        "raise rest.client.max-content-length if the cluster really has that much to say");
}
