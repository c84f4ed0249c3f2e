using SavepointCli.Commands.Cancel;

namespace SavepointCli.Rendering;

/// <summary>Flink's lines around a cancellation.</summary>
internal sealed class CancelRenderer(TextWriter output)
{
    public void WriteDeprecation() =>
        output.WriteLine("DEPRECATION WARNING: Cancelling a job with savepoint is deprecated. Use \"stop\" instead.");

    public void Announce(CancelRequest request)
    {
        if (request.Savepoint is not { } savepoint)
        {
            output.WriteLine($"Cancelling job {request.Job}.");
            return;
        }

        var target = savepoint.TargetDirectory ?? "default savepoint directory";
        output.WriteLine($"Cancelling job {request.Job} with {savepoint.Format.ToString().ToUpperInvariant()} savepoint to {target}.");
    }

    public void Write(CancelReport report) => output.WriteLine(report.Location is { } location
        ? $"Cancelled job {report.Job}. Savepoint stored in {Printable.Text(location)}."
        : $"Cancelled job {report.Job}.");
}
