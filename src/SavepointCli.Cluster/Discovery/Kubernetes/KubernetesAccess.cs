using SavepointCli.Cluster.Security;

namespace SavepointCli.Cluster.Discovery.Kubernetes;

/// <summary>How to talk to the API server of a Kubernetes cluster.</summary>
/// <param name="Server">Its address, ending with a slash.</param>
/// <param name="Tls">Whom to trust and who to be.</param>
/// <param name="Authorization">Value of the <c>Authorization</c> header, or null.</param>
/// <param name="IsInside">Whether we run in a pod of the cluster, where names of services can be resolved.</param>
internal sealed record KubernetesAccess(Uri Server, TlsPolicy Tls, string? Authorization, bool IsInside);
