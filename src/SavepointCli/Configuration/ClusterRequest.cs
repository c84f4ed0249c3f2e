using SavepointCli.Cluster.Discovery;

namespace SavepointCli.Configuration;

/// <summary>What a command line says about the cluster and about patience.</summary>
/// <param name="Selection">Which cluster.</param>
/// <param name="Configuration">Our own settings.</param>
/// <param name="Timeout">How long to wait for an operation as a whole; zero for ever; null if not said.</param>
/// <param name="RequestTimeout">How long to wait for one answer; null if not said.</param>
internal sealed record ClusterRequest(
    ClusterSelection Selection, ToolConfiguration Configuration, TimeSpan? Timeout, TimeSpan? RequestTimeout);
