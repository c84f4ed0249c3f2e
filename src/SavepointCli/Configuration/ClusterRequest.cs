using SavepointCli.Cluster.Discovery;

namespace SavepointCli.Configuration;

/// <summary>What a command line says about the cluster and about patience.</summary>
/// <param name="Selection">Which cluster.</param>
/// <param name="Timeout">How long to wait for an operation as a whole; zero for ever; null if not said.</param>
/// <param name="RequestTimeout">How long to wait for one answer; null if not said.</param>
internal sealed record ClusterRequest(ClusterSelection Selection, TimeSpan? Timeout, TimeSpan? RequestTimeout);
