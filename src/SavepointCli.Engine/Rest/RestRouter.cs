namespace SavepointCli.Engine.Rest;

/// <summary>The table of all routes.</summary>
internal sealed class RestRouter
{
    private readonly Dictionary<string, RestRoute[]> _byMethod;

    public RestRouter(IEnumerable<IRouteGroup> groups) =>
        _byMethod = groups
            .SelectMany(group => group.Routes)
            .GroupBy(route => route.Method, StringComparer.Ordinal)
            .ToDictionary(routes => routes.Key, routes => routes.OrderBy(route => route.Parameters).ToArray(), StringComparer.Ordinal);

    /// <summary>The route that a request means, or null. A known path with another method is an unknown route, as in Flink.</summary>
    public RestRoute? Find(string method, IReadOnlyList<string> path) =>
        _byMethod.TryGetValue(method, out var routes) ? Array.Find(routes, route => route.Fits(path)) : null;
}
