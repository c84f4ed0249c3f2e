namespace SavepointCli.Cluster.Discovery;

/// <summary>What kind of cluster is meant, and so who is to be asked where it is.</summary>
internal enum Deployment
{
    /// <summary>The address is configured or given.</summary>
    Remote,

    /// <summary>YARN's ResourceManager knows.</summary>
    Yarn,

    /// <summary>Kubernetes knows.</summary>
    Kubernetes,
}
