using System.Globalization;

namespace SavepointCli.Cluster.Discovery;

/// <summary>Where the REST endpoint of a cluster is: scheme, host, port and an optional path in front of <c>/v1</c>.</summary>
public sealed record ClusterAddress
{
    private const int HighestPort = 65535;
    private const string Loopback = "127.0.0.1";

    private ClusterAddress(Uri root) => Root = root;

    /// <summary>Ends with a slash.</summary>
    public Uri Root { get; }

    /// <summary>Whether TLS is spoken there.</summary>
    public bool IsSecure => Root.Scheme == Uri.UriSchemeHttps;

    /// <summary>Takes <c>host:port</c>, <c>:port</c> (loopback) or a URL, which alone may leave out the port.</summary>
    public static ClusterAddress Parse(string text)
    {
        if (text.Length == 0) throw Malformed(text, "is empty");

        var hasScheme = text.Contains("://", StringComparison.Ordinal);
        var afterScheme = hasScheme ? text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..] : text;
        var authority = afterScheme.Split('/', 2)[0];
        if (authority.StartsWith(':')) afterScheme = Loopback + afterScheme;

        var port = PortOf(authority);
        if (port is null && !hasScheme) throw Malformed(text, "doesn't contain a valid port");
        if (port is not null && !IsPort(port)) throw Malformed(text, $"has the invalid port '{port}'");

        var scheme = hasScheme ? text[..text.IndexOf("://", StringComparison.Ordinal)] : Uri.UriSchemeHttp;
        if (scheme is not ("http" or "https")) throw Malformed(text, $"has the scheme '{scheme}', which is neither http nor https");
        if (!Uri.TryCreate($"{scheme}://{afterScheme.TrimEnd('/')}/", UriKind.Absolute, out var root)) throw Malformed(text, "is invalid");
        return root.UserInfo.Length == 0 ? new ClusterAddress(root) : throw Malformed(WithoutUser(root), "had a user in front of the host");
    }

    /// <summary>The address that the settings <c>rest.address</c>, <c>rest.port</c> and <c>rest.path</c> describe.</summary>
    public static ClusterAddress Of(string host, int port, string path, bool secure)
    {
        if (port is < 0 or > HighestPort)
            throw new SavepointException(ExitCode.Usage, $"The target port {port} is not in the range [0, {HighestPort}]", "set rest.port");
        var name = host.Length == 0 ? Loopback : host;
        if (name.Contains(':', StringComparison.Ordinal) && !name.StartsWith('[')) name = $"[{name}]";
        var scheme = secure ? Uri.UriSchemeHttps : Uri.UriSchemeHttp;
        var prefix = path.Trim('/');
        var text = string.Create(CultureInfo.InvariantCulture, $"{scheme}://{name}:{port}/{(prefix.Length == 0 ? "" : prefix + "/")}");
        return Uri.TryCreate(text, UriKind.Absolute, out var root) ? new ClusterAddress(root) : throw Malformed(text, "is invalid");
    }

    /// <summary>The URL without the slash at its end.</summary>
    public override string ToString() => Root.ToString().TrimEnd('/');

    /// <summary>What should not have been on a command line should not be in a message, too.</summary>
    private static string WithoutUser(Uri root) => new UriBuilder(root) { UserName = "", Password = "" }.Uri.ToString();

    private static string? PortOf(string authority)
    {
        var afterHost = authority.StartsWith('[') ? authority[(authority.IndexOf(']', StringComparison.Ordinal) + 1)..] : authority;
        var colon = afterHost.LastIndexOf(':');
        return colon < 0 ? null : afterHost[(colon + 1)..];
    }

    private static bool IsPort(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= HighestPort;

    private static SavepointException Malformed(string text, string why) =>
        new(ExitCode.Usage, $"The given host:port ('{text}') {why}", "-m HOST:PORT, for example -m localhost:8081");
}
