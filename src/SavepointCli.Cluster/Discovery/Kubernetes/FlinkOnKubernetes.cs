using SavepointCli.Cluster.Configuration;

namespace SavepointCli.Cluster.Discovery.Kubernetes;

/// <summary>Which Flink cluster is meant, in the settings of Flink's own client.</summary>
/// <param name="Id"><c>kubernetes.cluster-id</c>: the service with the REST endpoint is named after it.</param>
/// <param name="Namespace"><c>kubernetes.namespace</c>.</param>
/// <param name="NodeAddressType">Which address of a node counts for a service of type <c>NodePort</c>.</param>
/// <param name="IsSecure"><c>security.ssl.rest.enabled</c>: whether Flink itself wants TLS.</param>
internal sealed record FlinkOnKubernetes(string Id, string Namespace, string NodeAddressType, bool IsSecure)
{
    private const string ClusterId = "kubernetes.cluster-id";

    public string Service => Id + "-rest";

    public string Scheme => IsSecure ? Uri.UriSchemeHttps : Uri.UriSchemeHttp;

    public static FlinkOnKubernetes Of(FlinkConfiguration configuration) => new(
        NameOf(configuration, ClusterId) ?? throw new SavepointException(
            ExitCode.Usage,
            "No cluster id was specified. Please specify a cluster to which you would like to connect",
            $"-D{ClusterId}=NAME"),
        NameOf(configuration, "kubernetes.namespace") ?? "default",
        configuration.Find("kubernetes.rest-service.exposed.node-port-address-type") ?? "InternalIP",
        configuration.FindBoolean(ConfigurationKeys.Secure));

    /// <summary>Names go into a path; what Kubernetes would not take as a name must not lead elsewhere.</summary>
    private static string? NameOf(FlinkConfiguration configuration, string key) => configuration.Find(key) switch
    {
        null or "" => null,
        var name when name.All(IsOfName) => name,
        var name => throw new SavepointException(
            ExitCode.Usage, $"'{name}' of '{key}' is no name in Kubernetes", "lower-case letters, digits and '-'"),
    };

    private static bool IsOfName(char character) =>
        char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '-' or '.';
}
