using SavepointCli.Cluster.Discovery;
using SavepointCli.Cluster.Rest;
using SavepointCli.Testing.Http;

namespace SavepointCli.Cluster.Tests.Discovery;

/// <summary>A Flink cluster that only says its version, and the way to it through the locator.</summary>
internal static class LookedUp
{
    public static ServedAnswer Flink(ServedRequest request) => request.Path.EndsWith("/v1/config", StringComparison.Ordinal)
        ? ServedAnswer.Json("""{"flink-version":"1.20.5"}""")
        : ServedAnswer.Json($$"""{"errors":["Not found: {{request.Path}}"]}""", 404);

    public static Task<ClusterEndpoint> LocateAsync(IReadOnlyDictionary<string, string> variables, ClusterSelection selection) =>
        new ClusterLocator(variables).LocateAsync(selection, CancellationToken.None);

    /// <summary>Finds the cluster and asks it for its version.</summary>
    public static async Task<string> AskVersionAsync(IReadOnlyDictionary<string, string> variables, ClusterSelection selection)
    {
        using var client = new FlinkRestClient(await LocateAsync(variables, selection), TimeProvider.System, _ => { });
        return await client.GetVersionAsync(CancellationToken.None);
    }

    public static ClusterSelection Select(
        string? jobManager = null, string? target = null, string? yarn = null, params (string Key, string Value)[] properties) =>
        new(jobManager, target, yarn, [.. properties.Select(property => KeyValuePair.Create(property.Key, property.Value))]);
}
