using System.Net.Sockets;
using SavepointCli.Cluster.Discovery;

namespace SavepointCli.Cluster.Rest;

/// <summary>What went wrong below HTTP, in words.</summary>
internal static class ConnectionFaults
{
    private const string TrustAdvice =
        "security.ssl.rest.truststore names whom to trust (PKCS12, PEM or JKS), security.ssl.rest.keystore who to be; -D takes both";

    public static SavepointException Of(HttpRequestException exception, ClusterEndpoint endpoint) => new(
        ExitCode.Unreachable,
        $"no cluster reached at {endpoint.Address}: {Reason(exception)}",
        exception.HttpRequestError == HttpRequestError.SecureConnectionError ? TrustAdvice : Advice(endpoint),
        exception);

    /// <summary>A name that cannot be resolved or a certificate that is not trusted will not change within seconds.</summary>
    public static bool MayPass(HttpRequestException exception) =>
        exception.HttpRequestError is not (HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError);

    /// <summary>Whether the request cannot have reached the cluster.</summary>
    public static bool NeverArrived(HttpRequestException exception) =>
        exception.HttpRequestError is HttpRequestError.ConnectionError
            or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError;

    public static SavepointException NoConnection(ClusterEndpoint endpoint, Exception exception) => new(
        ExitCode.Unreachable,
        $"no cluster reached at {endpoint.Address}: no connection within {endpoint.Rest.ConnectionTimeout.TotalSeconds:0.###} s",
        Advice(endpoint),
        exception);

    public static SavepointException Broken(IOException exception, ClusterEndpoint endpoint) => new(
        ExitCode.Unreachable,
        $"the connection to {endpoint.Address} broke: {exception.Message.TrimEnd('.')}",
        Advice(endpoint),
        exception);

    public static SavepointException NoAnswer(RestRequest request, TimeSpan limit, ClusterEndpoint endpoint, Exception exception) => new(
        ExitCode.Unreachable,
        $"{endpoint.Address} did not answer {request.Method} /v1/{request.Path} within {limit.TotalSeconds:0.###} s",
        "give it longer with --request-timeout, or look at the log of the JobManager",
        exception);

    private static string Advice(ClusterEndpoint endpoint) =>
        $"the address comes from {endpoint.Origin}; name another with -m HOST:PORT, or start a cluster here: savepointctl cluster start";

    public static string Reason(HttpRequestException exception) => exception.InnerException switch
    {
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } =>
            "the host name is unknown",
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => "connection refused",
        { } inner => inner.Message.TrimEnd('.'),
        null => exception.Message.TrimEnd('.'),
    };
}
