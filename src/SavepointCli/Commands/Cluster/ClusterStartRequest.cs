namespace SavepointCli.Commands.Cluster;

/// <summary>An embedded cluster to be started.</summary>
/// <param name="Port">Port to listen on; 0 for a free one; null for the engine's default.</param>
/// <param name="DataDirectory">Where its data goes, absolute; null for nowhere in particular.</param>
/// <param name="Settings">Flink's settings; they beat everything else.</param>
internal sealed record ClusterStartRequest(int? Port, string? DataDirectory, IReadOnlyList<KeyValuePair<string, string>> Settings);
