namespace SavepointCli.Engine.Rest.Messages;

/// <summary>Settings of a job that the web page shows.</summary>
internal sealed record JobConfigAnswer(string Jid, string Name, ExecutionConfigAnswer ExecutionConfig);

/// <summary>Flink's <c>ExecutionConfig</c>; the mode exists in 1.x only.</summary>
internal sealed record ExecutionConfigAnswer(
    string ExecutionMode, string RestartStrategy, int JobParallelism, bool ObjectReuseMode, IReadOnlyDictionary<string, string> UserConfig);
