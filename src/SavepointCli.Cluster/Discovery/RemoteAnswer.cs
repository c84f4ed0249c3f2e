namespace SavepointCli.Cluster.Discovery;

/// <summary>What a server says that knows where clusters are.</summary>
/// <param name="Body">The answer; null if there is no such thing.</param>
/// <param name="MovedTo">Where it sends us instead, or null.</param>
internal sealed record RemoteAnswer<T>(T? Body, Uri? MovedTo)
    where T : class;
