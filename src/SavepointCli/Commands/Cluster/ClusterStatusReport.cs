using SavepointCli.Cluster.Discovery;

namespace SavepointCli.Commands.Cluster;

/// <summary>An embedded cluster that answers.</summary>
/// <param name="Record">Where it is.</param>
/// <param name="Version">The version of Flink that it says it is.</param>
/// <param name="RunningJobs">How many of its jobs have not ended.</param>
internal sealed record ClusterStatusReport(EmbeddedClusterRecord Record, string Version, int RunningJobs);
