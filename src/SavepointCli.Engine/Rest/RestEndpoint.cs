using Microsoft.AspNetCore.Http.Features;

namespace SavepointCli.Engine.Rest;

/// <summary>
/// Takes every request of the server: finds the route, has the body read, lets the handler answer and writes the answer. The one place
/// where faults become answers.
/// </summary>
internal sealed class RestEndpoint(
    RestRouter router, RequestContentReader reader, RequestGuard guard, ILogger<RestEndpoint> log)
{
    /// <summary>Handles one request from its headers to the last byte of the answer.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var cancellation = context.RequestAborted;
        RestAnswer answer;
        try
        {
            answer = await AnswerAsync(context, cancellation);
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            return;
        }
        catch (BadHttpRequestException fault)
        {
            answer = RestAnswer.Plain(fault.StatusCode, fault.Message) with { EndsConnection = true };
        }
        catch (Exception fault)
        {
            RestLog.RequestFailed(log, context.Request.Method, context.Request.Path, fault);
            answer = RestAnswer.Unexpected(JavaThrowable.From(fault));
        }

        await WriteAsync(context, answer, cancellation);
        answer.Sent?.Invoke();
    }

    private async Task<RestAnswer> AnswerAsync(HttpContext context, CancellationToken cancellation)
    {
        var request = context.Request;
        if (reader.AnnouncesTooMuch(request))
        {
            return RestAnswer.TooLarge();
        }

        var target = RestTarget.Parse(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        if (router.Find(request.Method, target.Segments) is not { } route)
        {
            return UnknownRoute(request, target);
        }

        if (guard.Refusal(context, route.Access) is { } refused)
        {
            return refused;
        }

        var files = new List<UploadedFile>();
        try
        {
            var (content, refusal) = await reader.ReadAsync(request, route, files, cancellation);
            var answer = content is null ? refusal! : await route.AnswerAsync(target, content, guard.MayAct(context), cancellation);
            return route.Access == RouteAccess.Private ? answer with { AllowsAnyOrigin = false } : answer;
        }
        finally
        {
            // A handler that keeps a file has moved it away.
            foreach (var file in files)
            {
                if (file.Path is { } path)
                {
                    File.Delete(path);
                }
            }
        }
    }

    private static RestAnswer UnknownRoute(HttpRequest request, RestTarget target)
    {
        if (HttpMethods.IsGet(request.Method))
        {
            var message = $"Unable to load requested file {target.ReceivedPath}.";
            return RestAnswer.Plain(StatusCodes.Status404NotFound, message) with { AllowsAnyOrigin = false };
        }

        return RequestContentReader.IsMultipart(request)
            ? RestAnswer.BrokenOff("POST request not allowed")
            : RestAnswer.Plain(StatusCodes.Status404NotFound, $"Not found: {target.Received}");
    }

    private static async Task WriteAsync(HttpContext context, RestAnswer answer, CancellationToken cancellation)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentLength = answer.Body.Length;
        response.Headers.Connection = answer.EndsConnection || AsksToClose(context.Request) ? "close" : "keep-alive";
        if (!answer.Body.IsEmpty)
        {
            response.ContentType = answer.ContentType;
        }

        if (answer.AllowsAnyOrigin)
        {
            response.Headers.AccessControlAllowOrigin = "*";
        }

        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(answer.Body, cancellation);
        }

        await response.CompleteAsync();
    }

    private static bool AsksToClose(HttpRequest request)
    {
        var connection = request.Headers.Connection.ToString();
        return connection.Contains("close", StringComparison.OrdinalIgnoreCase)
            || HttpProtocol.IsHttp10(request.Protocol) && !connection.Contains("keep-alive", StringComparison.OrdinalIgnoreCase);
    }
}
