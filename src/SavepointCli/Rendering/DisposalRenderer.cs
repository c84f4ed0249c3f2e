using SavepointCli.Commands.Savepoint;

namespace SavepointCli.Rendering;

/// <summary>Flink's lines around a disposal.</summary>
internal sealed class DisposalRenderer(TextWriter output)
{
    public void Announce(DisposalRequest request)
    {
        output.WriteLine($"Disposing savepoint '{request.Path}'.");
        output.WriteLine(FlinkLines.Waiting);
    }

    public void Write(DisposalReport report) => output.WriteLine($"Savepoint '{report.Path}' disposed.");
}
