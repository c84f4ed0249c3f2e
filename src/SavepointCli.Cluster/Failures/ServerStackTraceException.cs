namespace SavepointCli.Cluster.Failures;

/// <summary>Carries what the cluster said in full, for those who ask with <c>--debug</c>.</summary>
public sealed class ServerStackTraceException(string stackTrace) : Exception(stackTrace)
{
    /// <inheritdoc/>
    public override string ToString() => $"What the cluster said:{Environment.NewLine}{Message}";
}
