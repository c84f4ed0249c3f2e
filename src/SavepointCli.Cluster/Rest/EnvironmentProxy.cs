using System.Globalization;
using System.Net;

namespace SavepointCli.Cluster.Rest;

/// <summary>
/// The proxies that the environment names, read as <c>curl</c> and <c>kubectl</c> read them: <c>http_proxy</c>,
/// <c>https_proxy</c>, <c>all_proxy</c>, <c>no_proxy</c>, in lower case before upper case. This machine is never behind one.
/// </summary>
public sealed class EnvironmentProxy : IWebProxy
{
    private readonly Uri? _http;
    private readonly Uri? _https;
    private readonly string[] _exceptions;

    private EnvironmentProxy(Uri? http, Uri? https, string[] exceptions)
    {
        _http = http;
        _https = https;
        _exceptions = exceptions;
    }

    /// <inheritdoc/>
    public ICredentials? Credentials { get; set; }

    /// <summary>The proxies, or null if the environment names none.</summary>
    public static EnvironmentProxy? Of(IReadOnlyDictionary<string, string> variables)
    {
        var all = Find(variables, "all_proxy");
        var http = AddressOf("http_proxy", Find(variables, "http_proxy") ?? all);
        var https = AddressOf("https_proxy", Find(variables, "https_proxy") ?? all);
        if (http is null && https is null) return null;

        var exceptions = (Find(variables, "no_proxy") ?? "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new EnvironmentProxy(http, https, exceptions) { Credentials = CredentialsOf(http, https) };
    }

    /// <inheritdoc/>
    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : ProxyFor(destination);

    /// <inheritdoc/>
    public bool IsBypassed(Uri host) =>
        ProxyFor(host) is null || host.IsLoopback || _exceptions.Any(exception => Matches(exception, host));

    private Uri? ProxyFor(Uri destination) => destination.Scheme == Uri.UriSchemeHttps ? _https : _http;

    /// <summary><c>*</c>, a name with all names below it, or either with a port.</summary>
    private static bool Matches(string exception, Uri destination)
    {
        if (exception == "*") return true;
        var colon = exception.LastIndexOf(':');
        if (colon > 0
            && int.TryParse(exception.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && exception.IndexOf(':', StringComparison.Ordinal) == colon)
        {
            if (port != destination.Port) return false;
            exception = exception[..colon];
        }

        var name = exception.TrimStart('*').TrimStart('.');
        return destination.IdnHost.Equals(name, StringComparison.OrdinalIgnoreCase)
            || destination.IdnHost.EndsWith("." + name, StringComparison.OrdinalIgnoreCase);
    }

    private static string? Find(IReadOnlyDictionary<string, string> variables, string name) =>
        variables.GetValueOrDefault(name) is { Length: > 0 } lower
            ? lower
            : variables.GetValueOrDefault(name.ToUpperInvariant()) is { Length: > 0 } upper ? upper : null;

    private static Uri? AddressOf(string name, string? text)
    {
        if (text is null) return null;
        var withScheme = text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text;
        return Uri.TryCreate(withScheme, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "socks5" or "socks4"
            ? address
            : throw new SavepointException(ExitCode.Usage, $"the variable {name} does not name a proxy", $"{name}=http://HOST:PORT");
    }

    private static CredentialCache? CredentialsOf(params ReadOnlySpan<Uri?> proxies)
    {
        CredentialCache? cache = null;
        foreach (var proxy in proxies)
        {
            if (proxy is not { UserInfo.Length: > 0 }) continue;
            var parts = Uri.UnescapeDataString(proxy.UserInfo).Split(':', 2);
            cache ??= [];
            if (cache.GetCredential(proxy, "Basic") is null)
                cache.Add(proxy, "Basic", new NetworkCredential(parts[0], parts.ElementAtOrDefault(1)));
        }

        return cache;
    }
}
