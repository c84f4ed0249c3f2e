using SavepointCli.Engine.Jobs;

namespace SavepointCli.Engine.Loading;

/// <summary>The program ended without executing a job.</summary>
public sealed class NoJobException(string message, string hint)
    : JobOperationException(
        ExitCode.Usage, "org.apache.flink.client.deployment.application.ApplicationExecutionException", message, hint);
