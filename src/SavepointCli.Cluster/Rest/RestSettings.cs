using System.Net;
using SavepointCli.Cluster.Configuration;
using SavepointCli.Cluster.Security;

namespace SavepointCli.Cluster.Rest;

/// <summary>How to talk to a cluster. What is not set is null and gets the defaults of <see cref="RetryPolicy"/>.</summary>
/// <param name="MaxAttempts"><c>rest.retry.max-attempts</c>: attempts after the first.</param>
/// <param name="RetryDelay"><c>rest.retry.delay</c>.</param>
/// <param name="ConnectionTimeout"><c>rest.connection-timeout</c>: for the TCP connection.</param>
/// <param name="RequestTimeout">For one request with its answer; null for the default of the request.</param>
/// <param name="MaxContentLength"><c>rest.client.max-content-length</c>: longest answer in bytes.</param>
/// <param name="Headers">Added to every request (<c>FLINK_REST_CLIENT_HEADERS</c>).</param>
public sealed record RestSettings(
    int? MaxAttempts,
    TimeSpan? RetryDelay,
    TimeSpan ConnectionTimeout,
    TimeSpan? RequestTimeout,
    long MaxContentLength,
    IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    /// <summary>Whom to trust, and who to be, where the address is <c>https</c>.</summary>
    public TlsPolicy Tls { get; init; } = TlsPolicy.System;

    /// <summary>The proxies of the environment; null for none.</summary>
    public IWebProxy? Proxy { get; init; }

    private const long DefaultMaxContentLength = 104857600;
    private static readonly TimeSpan DefaultConnectionTimeout = TimeSpan.FromSeconds(15);

    /// <summary>Reads the settings that are there.</summary>
    public static RestSettings Of(FlinkConfiguration configuration, IReadOnlyList<KeyValuePair<string, string>> headers) => new(
        configuration.FindInteger(ConfigurationKeys.MaxAttempts),
        configuration.FindDuration(ConfigurationKeys.RetryDelay),
        configuration.FindDuration(ConfigurationKeys.ConnectionTimeout) ?? DefaultConnectionTimeout,
        null,
        configuration.FindInteger(ConfigurationKeys.MaxContentLength) ?? DefaultMaxContentLength,
        headers);
}
