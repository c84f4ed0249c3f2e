using System.Net;
using System.Net.Sockets;
using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Rest;

namespace SavepointCli.Engine.Hosting;

/// <summary>Where the REST server listens and how clients reach it. Loopback unless the configuration says otherwise.</summary>
/// <param name="EndPoint">Address and port listened on; port 0 takes a free one.</param>
/// <param name="Host">The name or address that clients are told.</param>
internal sealed record ListenAddress(IPEndPoint EndPoint, string Host)
{
    /// <summary>Takes it from the configuration.</summary>
    /// <exception cref="SavepointException">The host name cannot be resolved.</exception>
    public static async Task<ListenAddress> FromAsync(EngineConfiguration configuration, CancellationToken cancellation)
    {
        var told = configuration.Get(RestOptions.Address);
        var address = await ResolveAsync(configuration.Get(RestOptions.BindAddress) ?? told, cancellation);
        var port = configuration.Get(RestOptions.BindPort) ?? configuration.Get(RestOptions.Port);
        return new ListenAddress(new IPEndPoint(address, port), told ?? Reachable(address));
    }

    /// <summary>The URL of the server once its port is known.</summary>
    public Uri UrlWith(int port) => new UriBuilder(Uri.UriSchemeHttp, Host, port).Uri;

    private static async Task<IPAddress> ResolveAsync(string? host, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(host) || host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
        {
            return IPAddress.Loopback;
        }

        if (IPAddress.TryParse(host, out var address))
        {
            return address;
        }

        try
        {
            return (await Dns.GetHostAddressesAsync(host, cancellation))[0];
        }
        catch (SocketException fault)
        {
            throw new SavepointException(
                ExitCode.Usage, $"host '{host}' cannot be resolved: {fault.Message}", "correct rest.bind-address or rest.address", fault);
        }
    }

    private static string Reachable(IPAddress address) =>
        address.Equals(IPAddress.Any) ? IPAddress.Loopback.ToString()
        : address.Equals(IPAddress.IPv6Any) ? $"[{IPAddress.IPv6Loopback}]"
        : address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]"
        : address.ToString();
}
