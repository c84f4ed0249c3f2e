using SavepointCli.Cluster.Rest;

namespace SavepointCli.Cluster.Discovery;

/// <summary>A cluster that was decided on.</summary>
/// <param name="Address">Where it listens.</param>
/// <param name="Origin">What named it: an option, a variable, a file; for messages.</param>
/// <param name="Rest">How to talk to it.</param>
/// <param name="ClientTimeout"><c>client.timeout</c> if it is set: how long to wait for an operation.</param>
public sealed record ClusterEndpoint(ClusterAddress Address, string Origin, RestSettings Rest, TimeSpan? ClientTimeout)
{
    /// <summary>How to name it again later.</summary>
    public ClusterReference Reference { get; init; } = new(Address.ToString());

    /// <summary>Asks again where it is, for a cluster whose JobManager may come back somewhere else; null where nobody knows.</summary>
    public Func<CancellationToken, Task<ClusterAddress>>? Relocate { get; init; }
}
