using SavepointCli.Cluster.Configuration;
using SavepointCli.Cluster.Rest;
using SavepointCli.Cluster.Security;

namespace SavepointCli.Cluster.Discovery.Yarn;

/// <summary>Finds the REST endpoint of a Flink cluster on YARN: the address that its application master registered.</summary>
/// <param name="hadoop">Where the ResourceManagers are.</param>
/// <param name="rest">How to talk to servers.</param>
internal sealed class YarnLookup(HadoopConfiguration hadoop, RestSettings rest)
{
    private const string Who = "the ResourceManager of YARN";
    private const string Undefined = "UNDEFINED";
    private const int MostRedirects = 2;

    public async Task<ClusterAddress> FindAsync(string application, FlinkConfiguration flink, CancellationToken cancellation)
    {
        if (!YarnSessionFile.IsApplicationId(application))
        {
            throw new SavepointException(
                ExitCode.Usage, $"'{application}' is no id of a YARN application", "-yid application_1700000000000_0001");
        }

        var found = await AskAsync(application, cancellation).ConfigureAwait(false);
        if (found.FinalStatus != Undefined)
        {
            throw new SavepointException(
                ExitCode.NotFound,
                $"the YARN application {application} doesn't run anymore: {found.State}, {found.FinalStatus}",
                "yarn application -list shows what runs");
        }

        if (found.MasterAddress is not { } address || address.LastIndexOf(':') is var colon && colon <= 0)
        {
            throw new SavepointException(
                ExitCode.Unreachable, $"the YARN application {application} has no address yet: {found.State}", "try again in a moment");
        }

        var secure = flink.FindBoolean(ConfigurationKeys.Secure);
        return ClusterAddress.Parse($"{(secure ? "https" : "http")}://{address}");
    }

    /// <summary>Of several ResourceManagers the first that answers; one on standby points to the active one.</summary>
    private async Task<YarnApplication> AskAsync(string application, CancellationToken cancellation)
    {
        var managers = hadoop.ResourceManagers();
        if (managers.Count == 0)
        {
            throw new SavepointException(
                ExitCode.Usage,
                $"the YARN application {application} cannot be looked up: nothing says where the ResourceManager is",
                "set HADOOP_CONF_DIR to the directory of yarn-site.xml, or -Dyarn.resourcemanager.webapp.address=HOST:8088");
        }

        using var http = Connector.Open(rest.ConnectionTimeout, TlsPolicy.System, rest.Proxy);
        var api = new RemoteApi(http, Who, null);
        SavepointException? unreachable = null;
        foreach (var manager in managers)
        {
            try
            {
                var address = new Uri(manager, $"/ws/v1/cluster/apps/{application}");
                return await AskAsync(api, address, application, cancellation).ConfigureAwait(false);
            }
            catch (SavepointException fault) when (fault.ExitCode == ExitCode.Unreachable)
            {
                unreachable = fault;
            }
        }

        throw unreachable!;
    }

    private static async Task<YarnApplication> AskAsync(RemoteApi api, Uri address, string application, CancellationToken cancellation)
    {
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            var answer = await api.GetAsync(address, YarnJson.Default.YarnApplicationAnswer, cancellation).ConfigureAwait(false);
            if (answer.Body is { } body) return body.Application;
            if (answer.MovedTo is not { } next)
            {
                throw new SavepointException(
                    ExitCode.NotFound, $"{Who} does not know the application {application}", "yarn application -list");
            }

            address = next;
        }

        throw new SavepointException(
            ExitCode.Unreachable, $"{Who} answers with one redirect after another", "check the addresses in yarn-site.xml");
    }
}
