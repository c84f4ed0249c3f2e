using System.Net;
using System.Security.Cryptography;
using System.Text;
using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Hosting;

namespace SavepointCli.Engine.Rest;

/// <summary>
/// Decides who may do what. Clients on this machine may act, others may read, and the token opens everything. A browser on this machine
/// runs pages of strangers, so a request must not come from a page of another origin, nor under a name that a stranger could have
/// pointed at this machine (DNS rebinding).
/// </summary>
internal sealed class RequestGuard(ListenAddress address, EngineConfiguration configuration)
{
    private const string Scheme = "Bearer ";
    private const string Loopback = "localhost";

    private readonly byte[]? _token = configuration.Get(RestOptions.ActionToken) is { } token ? Digest(token) : null;

    /// <summary>The refusal of a request, or null to let it pass. Nothing of its body has been read by then.</summary>
    public RestAnswer? Refusal(HttpContext context, RouteAccess access) => access switch
    {
        RouteAccess.Open => null,
        _ when HasToken(context.Request) => null,
        _ when !NamesThisServer(context.Request) => Refuse(
            $"The server does not know itself as '{context.Request.Host.Host}'. Call it by its address, or set {RestOptions.Address.Key} to that name."),
        _ when !IsOfThisOrigin(context.Request) => Refuse("Pages of other origins may not ask for this."),
        RouteAccess.Action when !ComesFromThisMachine(context.Connection) => Refuse(
            "From other machines the cluster can only be looked at. "
            + $"To act, send 'Authorization: Bearer TOKEN' with the token that is set as {RestOptions.ActionToken.Key}."),
        _ => null,
    };

    /// <summary>Whether the caller may change something.</summary>
    public bool MayAct(HttpContext context) => Refusal(context, RouteAccess.Action) is null;

    /// <summary>In constant time: digests are compared, which have one length and tell nothing about the token.</summary>
    private bool HasToken(HttpRequest request) =>
        _token is not null
        && request.Headers.Authorization.ToString() is var given
        && given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Digest(given[Scheme.Length..].Trim()), _token);

    /// <summary>An address cannot be rebound, only a name can. Browsers always say which they mean.</summary>
    private bool NamesThisServer(HttpRequest request) =>
        request.Host.Host is var host
        && (host.Length == 0
            || IPAddress.TryParse(host, out _)
            || Same(host, Loopback)
            || Same(host, address.Host)
            || Same(host, Environment.MachineName));

    private static bool IsOfThisOrigin(HttpRequest request)
    {
        if (request.Headers.Origin.ToString() is { Length: > 0 } origin)
        {
            return Uri.TryCreate(origin, UriKind.Absolute, out var page) && Same(page.Authority, request.Host.Value ?? "");
        }

        return request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";
    }

    private static bool ComesFromThisMachine(ConnectionInfo connection) =>
        connection.RemoteIpAddress is { } remote
        && (IPAddress.IsLoopback(remote.IsIPv4MappedToIPv6 ? remote.MapToIPv4() : remote) || remote.Equals(connection.LocalIpAddress));

    private static RestAnswer Refuse(string why) =>
        RestAnswer.Plain(StatusCodes.Status403Forbidden, why) with { AllowsAnyOrigin = false, EndsConnection = true };

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);

    private static byte[] Digest(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
