using SavepointCli.Cluster.Jobs;
using SavepointCli.Commands.Checkpoint;

namespace SavepointCli.Rendering;

/// <summary>Flink's lines around a checkpoint.</summary>
internal sealed class CheckpointRenderer(TextWriter output)
{
    public void Announce(CheckpointRequest request)
    {
        output.WriteLine($"Triggering checkpoint for job {request.Job}.");
        output.WriteLine(FlinkLines.Waiting);
    }

    public void Write(CheckpointReport report)
    {
        var kind = report.Request.Kind == CheckpointKind.Full ? "Checkpoint(FULL)" : "Checkpoint";
        output.WriteLine($"{kind} {report.CheckpointId} for job {report.Request.Job} completed.");
        output.WriteLine("You can resume your program from this checkpoint with the run command.");
    }
}
