using SavepointCli.Cluster.Configuration;
using SavepointCli.Cluster.Discovery;
using SavepointCli.Cluster.Rest;

namespace SavepointCli.Configuration;

/// <summary>A cluster that was decided on, ready to be spoken to.</summary>
internal sealed class ClusterConnection : IDisposable
{
    private ClusterConnection(FlinkRestClient client, WaitLimit wait)
    {
        Client = client;
        Wait = wait;
    }

    public FlinkRestClient Client { get; }

    /// <summary>How long to wait for an operation as a whole.</summary>
    public WaitLimit Wait { get; }

    public static async Task<ClusterConnection> OpenAsync(ClusterRequest request, CommandContext context, CancellationToken cancellation)
    {
        var endpoint = await new ClusterLocator(context.Variables).LocateAsync(request.Selection, cancellation).ConfigureAwait(false);
        endpoint = endpoint with { Rest = endpoint.Rest with { RequestTimeout = request.RequestTimeout } };

        // Nobody asked for client.timeout's default of a minute; state has outgrown it. Zero on our own option is no limit.
        var limit = request.Timeout switch
        {
            { Ticks: 0 } => null,
            { } said => said,
            null => endpoint.ClientTimeout,
        };
        var client = new FlinkRestClient(endpoint, context.Time, note => context.Error.WriteLine($"note: {note}"));
        return new ClusterConnection(client, new WaitLimit(context.Time, limit));
    }

    /// <summary>Speaks to one address, whatever configuration and environment say.</summary>
    public static ClusterConnection To(string url, CommandContext context)
    {
        var rest = RestSettings.Of(FlinkConfiguration.Empty, []);
        var endpoint = new ClusterEndpoint(ClusterAddress.Parse(url), "the record of the embedded cluster", rest, null);
        return new ClusterConnection(new FlinkRestClient(endpoint, context.Time, _ => { }), new WaitLimit(context.Time, null));
    }

    public void Dispose() => Client.Dispose();
}
