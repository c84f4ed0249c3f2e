using SavepointCli.Engine.Rest.Messages;

namespace SavepointCli.Engine.Rest;

/// <summary>Answers a request whose body has been read.</summary>
internal delegate Task<RestAnswer> RestHandler<in TBody>(RestCall call, TBody body, CancellationToken cancellation);

/// <summary>A method and a path template (<c>/jobs/:jobid/stop</c>) with what answers them.</summary>
internal sealed class RestRoute
{
    private static readonly RequestFormat<EmptyRequestBody> NoBody = new(nameof(EmptyRequestBody), RestJson.Shared.EmptyRequestBody);

    private readonly string[] _segments;
    private readonly Func<RestCall, ReadOnlyMemory<byte>, CancellationToken, Task<RestAnswer>> _handle;

    private RestRoute(
        string method, string template, Func<RestCall, ReadOnlyMemory<byte>, CancellationToken, Task<RestAnswer>> handle)
    {
        Method = method;
        _segments = template.Split('/', StringSplitOptions.RemoveEmptyEntries);
        _handle = handle;
        Access = method == "GET" ? RouteAccess.Open : RouteAccess.Action;
    }

    /// <summary>The HTTP method, upper case.</summary>
    public string Method { get; }

    private string Template => string.Join('/', _segments);

    /// <summary>Number of ids in the template. Where two templates fit a path, the one with fewer of them is meant.</summary>
    public int Parameters => _segments.Count(IsParameter);

    /// <summary>Who may use it: what changes something is guarded, what only reads is open as in Flink, unless the group says otherwise.</summary>
    public RouteAccess Access { get; init; }

    /// <summary>Whether files may come with the request.</summary>
    public bool TakesFiles { get; init; }

    /// <summary>Directory for the files of a request; null to read over them.</summary>
    public string? UploadDirectory { get; init; }

    /// <summary>A route without body that can be answered at once.</summary>
    public static RestRoute Get(string template, Func<RestCall, RestAnswer> handler) =>
        Of("GET", template, NoBody, (call, _, _) => Task.FromResult(handler(call)));

    /// <summary>A route whose body, if there is one, says nothing.</summary>
    public static RestRoute WithoutBody(string method, string template, Func<RestCall, CancellationToken, Task<RestAnswer>> handler) =>
        Of(method, template, NoBody, (call, _, cancellation) => handler(call, cancellation));

    /// <summary>A route with a JSON body.</summary>
    public static RestRoute Of<TBody>(string method, string template, RequestFormat<TBody> format, RestHandler<TBody> handler)
        where TBody : class =>
        new(method, template, (call, json, cancellation) =>
            format.Read(json.Span, out var refusal) is { } body ? handler(call, body, cancellation) : Task.FromResult(refusal!));

    /// <summary>The same route with files as <paramref name="directory"/> says.</summary>
    public RestRoute WithFiles(string? directory) =>
        new(Method, Template, _handle) { TakesFiles = true, UploadDirectory = directory, Access = Access };

    /// <summary>The same route for others than its method says.</summary>
    public RestRoute For(RouteAccess access) =>
        new(Method, Template, _handle) { TakesFiles = TakesFiles, UploadDirectory = UploadDirectory, Access = access };

    /// <summary>Whether the template fits the path.</summary>
    public bool Fits(IReadOnlyList<string> path)
    {
        if (path.Count != _segments.Length)
        {
            return false;
        }

        for (var i = 0; i < _segments.Length; i++)
        {
            if (!IsParameter(_segments[i]) && !string.Equals(_segments[i], path[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Reads ids and body and lets the handler answer.</summary>
    /// <param name="target">Path and query.</param>
    /// <param name="content">The body.</param>
    /// <param name="mayAct">Whether the caller may change something.</param>
    /// <param name="cancellation">Ends with the connection.</param>
    public Task<RestAnswer> AnswerAsync(RestTarget target, RequestContent content, bool mayAct, CancellationToken cancellation)
    {
        var call = new RestCall(target.Query, content.Files) { MayAct = mayAct };
        for (var i = 0; i < _segments.Length; i++)
        {
            if (!IsParameter(_segments[i]))
            {
                continue;
            }

            if (RestIds.Bind(call, _segments[i][1..], target.Segments[i]) is not { } bound)
            {
                return Task.FromResult(UnreadableParameter("path", _segments[i][1..], target.Segments[i]));
            }

            call = bound;
        }

        return _handle(call, content.Json, cancellation);
    }

    /// <summary>The answer to an id or a query parameter that cannot be read.</summary>
    /// <param name="kind"><c>path</c> or <c>query</c>.</param>
    /// <param name="name">Name of the parameter.</param>
    /// <param name="text">Its text.</param>
    public static RestAnswer UnreadableParameter(string kind, string name, string text)
    {
        var reason = $"Cannot resolve {kind} parameter ({name}) from value \"{text}\".";
        return RestAnswer.Handled(
            400, $"Bad request, could not parse parameters: {reason}", new JavaThrowable(JavaNames.HandlerRequestException, reason));
    }

    private static bool IsParameter(string segment) => segment.StartsWith(':');
}
