namespace SavepointCli.Cluster.Discovery.Kubernetes;

/// <summary>Where a Flink cluster on Kubernetes is.</summary>
/// <param name="Address">Its REST endpoint.</param>
/// <param name="IsApiServer">Whether that leads through the API server, which wants to see its own credentials.</param>
internal sealed record KubernetesPlace(ClusterAddress Address, bool IsApiServer);
