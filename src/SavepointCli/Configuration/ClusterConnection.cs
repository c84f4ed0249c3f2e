using SavepointCli.Cluster.Configuration;
using SavepointCli.Cluster.Discovery;
using SavepointCli.Cluster.Journal;
using SavepointCli.Cluster.Rest;
using SavepointCli.Cluster.Tracking;
using SavepointCli.Rendering;

namespace SavepointCli.Configuration;

/// <summary>A cluster that was decided on, ready to be spoken to.</summary>
internal sealed class ClusterConnection : IDisposable
{
    private ClusterConnection(ClusterEndpoint endpoint, TimeSpan? limit, CommandContext context, Action<string> note)
    {
        Client = new FlinkRestClient(endpoint, context.Time, note);
        Wait = new WaitLimit(context.Time, limit);
        Operations = new OperationTracker(
            Client, endpoint, OperationJournal.Of(context.Variables, context.Time), Wait, context.Time, note);
    }

    public FlinkRestClient Client { get; }

    /// <summary>How long to wait for an operation as a whole.</summary>
    public WaitLimit Wait { get; }

    /// <summary>Savepoints, stops and checkpoints, each carried out at most once.</summary>
    public OperationTracker Operations { get; }

    public static async Task<ClusterConnection> OpenAsync(ClusterRequest request, CommandContext context, CancellationToken cancellation)
    {
        var locator = new ClusterLocator(request.Configuration.Variables());
        var endpoint = await locator.LocateAsync(request.Selection, cancellation).ConfigureAwait(false);
        endpoint = endpoint with { Rest = endpoint.Rest with { RequestTimeout = request.RequestTimeout } };
        if (endpoint.Origin == SettingName.Cluster.Variable && request.Configuration.Find(SettingName.Cluster) is { } setting)
            endpoint = endpoint with { Origin = setting.Origin };

        // Nobody asked for client.timeout's default of a minute; state has outgrown it. Zero on our own option is no limit.
        var limit = request.Timeout switch
        {
            { Ticks: 0 } => null,
            { } said => said,
            null => endpoint.ClientTimeout,
        };
        return new ClusterConnection(endpoint, limit, context, note => context.Error.WriteLine($"note: {Printable.Text(note)}"));
    }

    /// <summary>Speaks to one address, whatever configuration and environment say.</summary>
    public static ClusterConnection To(string url, CommandContext context)
    {
        var rest = RestSettings.Of(FlinkConfiguration.Empty, []);
        var endpoint = new ClusterEndpoint(ClusterAddress.Parse(url), "the record of the embedded cluster", rest, null);
        return new ClusterConnection(endpoint, null, context, _ => { });
    }

    public void Dispose() => Client.Dispose();
}
