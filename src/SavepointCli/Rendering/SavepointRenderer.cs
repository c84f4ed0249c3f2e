using SavepointCli.Commands.Savepoint;

namespace SavepointCli.Rendering;

/// <summary>Flink's lines around a savepoint.</summary>
internal sealed class SavepointRenderer(TextWriter output)
{
    public void WriteSuperfluous() => output.WriteLine("Provided more arguments than required. Ignoring not needed arguments.");

    public void Announce(SavepointRequest request)
    {
        if (request.Detached)
        {
            output.WriteLine($"Triggering savepoint in detached mode for job {request.Job}.");
            return;
        }

        output.WriteLine($"Triggering savepoint for job {request.Job}.");
        output.WriteLine(FlinkLines.Waiting);
    }

    public void Write(SavepointReport report)
    {
        if (report.Location is not { } location)
        {
            output.WriteLine($"Successfully trigger manual savepoint, triggerId: {report.Trigger}");
            return;
        }

        output.WriteLine(FlinkLines.Completed(location));
        output.WriteLine("You can resume your program from this savepoint with the run command.");
    }
}
