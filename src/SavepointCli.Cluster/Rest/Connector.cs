using System.Net;
using SavepointCli.Cluster.Security;

namespace SavepointCli.Cluster.Rest;

/// <summary>Opens the way to a server: sockets, TLS, proxies; nothing that decides by itself to go somewhere else.</summary>
internal static class Connector
{
    public static HttpMessageInvoker Open(TimeSpan connectionTimeout, TlsPolicy tls, IWebProxy? proxy) => new(new SocketsHttpHandler
    {
        ConnectTimeout = connectionTimeout,
        AllowAutoRedirect = false,
        UseCookies = false,
        Proxy = proxy,
        UseProxy = proxy is not null,
        SslOptions = new ServerTrust(tls).Options(),
    });
}
