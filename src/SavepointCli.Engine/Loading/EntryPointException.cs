using SavepointCli.Engine.Jobs;

namespace SavepointCli.Engine.Loading;

/// <summary>It is not clear where the program starts: no entry point, several, or none of the name that was asked for.</summary>
public sealed class EntryPointException(string message, string hint)
    : JobOperationException(ExitCode.Usage, "org.apache.flink.client.program.ProgramInvocationException", message, hint);
