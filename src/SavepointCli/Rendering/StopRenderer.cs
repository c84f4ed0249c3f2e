using SavepointCli.Commands.Stop;

namespace SavepointCli.Rendering;

/// <summary>Flink's lines around a stop with savepoint.</summary>
internal sealed class StopRenderer(TextWriter output)
{
    public void Announce(StopRequest request)
    {
        var verb = request.Trigger.Drain ? "Draining" : "Suspending";
        output.WriteLine($"{verb} job \"{request.Job}\" with a {request.Trigger.Format.ToString().ToUpperInvariant()} savepoint.");
    }

    public void AnnounceWait(StopRequest request)
    {
        if (request.Detached)
        {
            output.WriteLine($"Triggering stop-with-savepoint in detached mode for job {request.Job}.");
            return;
        }

        output.WriteLine($"Triggering stop-with-savepoint for job {request.Job}.");
        output.WriteLine(FlinkLines.Waiting);
    }

    public void Write(StopReport report) => output.WriteLine(report.Location is { } location
        ? FlinkLines.Completed(location)
        : $"Successfully trigger stop-with-savepoint in detached mode, triggerId: {report.Trigger}");
}
