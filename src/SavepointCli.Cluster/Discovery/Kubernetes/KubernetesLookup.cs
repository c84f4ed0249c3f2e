using System.Globalization;
using SavepointCli.Cluster.Discovery.Kubernetes.Messages;
using SavepointCli.Cluster.Rest;

namespace SavepointCli.Cluster.Discovery.Kubernetes;

/// <summary>
/// Finds the REST endpoint of a Flink cluster on Kubernetes by its service, as Flink's client does. A service that exists only
/// inside of the cluster is reached from outside by an ingress that leads to it, else through the API server.
/// </summary>
internal sealed class KubernetesLookup(KubernetesAccess access, RestSettings rest)
{
    private const string Who = "the API server of Kubernetes";
    private const string RestPort = "rest";

    public async Task<KubernetesPlace> FindAsync(FlinkOnKubernetes flink, CancellationToken cancellation)
    {
        using var http = Connector.Open(rest.ConnectionTimeout, access.Tls, rest.Proxy);
        var api = new RemoteApi(http, Who, access.Authorization);
        var path = new Uri(access.Server, $"api/v1/namespaces/{flink.Namespace}/services/{flink.Service}");
        var service = (await api.GetAsync(path, KubernetesJson.Default.KubernetesService, cancellation).ConfigureAwait(false)).Body
            ?? throw new SavepointException(
                ExitCode.NotFound,
                $"Could not get the rest endpoint of {flink.Id}: there is no service '{flink.Service}' in the namespace '{flink.Namespace}'",
                "kubectl get services; -Dkubernetes.namespace=NAME names another namespace");

        return service.Spec.Type switch
        {
            "NodePort" => Direct(
                flink, await NodeAddressAsync(api, flink, cancellation).ConfigureAwait(false), PortOf(service, flink).NodePort ?? 0),
            "LoadBalancer" => Direct(
                flink,
                BalancerAddress(service) ?? await NodeAddressAsync(api, flink, cancellation).ConfigureAwait(false),
                PortOf(service, flink).Port),
            _ when access.IsInside => Direct(flink, $"{flink.Service}.{flink.Namespace}", PortOf(service, flink).Port),
            _ => await IngressAsync(api, flink, cancellation).ConfigureAwait(false) ?? ThroughApiServer(flink, PortOf(service, flink)),
        };
    }

    private static KubernetesPlace Direct(FlinkOnKubernetes flink, string host, int port) =>
        new(ClusterAddress.Of(host, port, "", flink.IsSecure), IsApiServer: false);

    private KubernetesPlace ThroughApiServer(FlinkOnKubernetes flink, ServicePort port)
    {
        var service = $"{flink.Scheme}:{flink.Service}:{port.Name}";
        return new KubernetesPlace(
            ClusterAddress.Parse($"{access.Server}api/v1/namespaces/{flink.Namespace}/services/{service}/proxy"), IsApiServer: true);
    }

    private static ServicePort PortOf(KubernetesService service, FlinkOnKubernetes flink) =>
        service.Spec.Ports?.FirstOrDefault(port => port.Name == RestPort)
        ?? throw new SavepointException(
            ExitCode.NotFound,
            $"Failed to find port \"{RestPort}\" in Service \"{flink.Service}\"",
            "name the REST endpoint with -m");

    private static string? BalancerAddress(KubernetesService service) =>
        service.Status?.LoadBalancer?.Addresses is [var first, ..] ? first.Ip ?? first.Hostname : null;

    private async Task<string> NodeAddressAsync(RemoteApi api, FlinkOnKubernetes flink, CancellationToken cancellation)
    {
        var path = new Uri(access.Server, "api/v1/nodes");
        var nodes = (await api.GetAsync(path, KubernetesJson.Default.NodeList, cancellation).ConfigureAwait(false)).Body?.Items ?? [];
        var addresses =
            from node in nodes
            where node.Spec?.IsUnschedulable != true
            from address in node.Status?.Addresses ?? []
            where address.Type == flink.NodeAddressType
            select address.Address;
        return addresses.FirstOrDefault() ?? throw new SavepointException(
            ExitCode.NotFound,
            $"Could not get the rest endpoint of {flink.Id}: no node has an address of type {flink.NodeAddressType}",
            "-Dkubernetes.rest-service.exposed.node-port-address-type=ExternalIP");
    }

    private async Task<KubernetesPlace?> IngressAsync(RemoteApi api, FlinkOnKubernetes flink, CancellationToken cancellation)
    {
        try
        {
            var path = new Uri(access.Server, $"apis/networking.k8s.io/v1/namespaces/{flink.Namespace}/ingresses");
            var list = await api.GetAsync(path, KubernetesJson.Default.IngressList, cancellation).ConfigureAwait(false);
            return list.Body?.Items.Select(ingress => PlaceOf(ingress, flink)).FirstOrDefault(place => place is not null);
        }
        catch (SavepointException fault) when (fault.ExitCode == ExitCode.Forbidden)
        {
            return null; // who may not look at ingresses may still be allowed through the API server
        }
    }

    private static KubernetesPlace? PlaceOf(Ingress ingress, FlinkOnKubernetes flink)
    {
        foreach (var rule in ingress.Spec?.Rules ?? [])
        {
            if (rule.Http?.Paths?.FirstOrDefault(path => path.Backend?.Service?.Name == flink.Service) is not { } path) continue;

            var balancer = ingress.Status?.LoadBalancer?.Addresses is [var first, ..] ? first.Hostname ?? first.Ip : null;
            var host = string.IsNullOrEmpty(rule.Host) || rule.Host.StartsWith('*') ? balancer : rule.Host;
            if (host is null) continue;

            var secure = ingress.Spec?.Tls?.Any(tls => tls.Hosts?.Contains(host) == true) == true;
            var text = string.Create(CultureInfo.InvariantCulture, $"{(secure ? "https" : "http")}://{host}/{Prefix(path.Path)}");
            return new KubernetesPlace(ClusterAddress.Parse(text), IsApiServer: false);
        }

        return null;
    }

    /// <summary>Paths are often patterns (<c>/team(/|$)(.*)</c>); what stands before the pattern is the prefix.</summary>
    private static string Prefix(string? path)
    {
        var text = (path ?? "").TrimStart('/');
        var pattern = text.AsSpan().IndexOfAny("(*$[");
        return (pattern < 0 ? text : text[..pattern]).TrimEnd('/');
    }
}
