using System.Globalization;
using SavepointCli.Cluster.Rest.Messages;
using SavepointCli.Commands.List;

namespace SavepointCli.Rendering;

/// <summary>Flink's job list.</summary>
internal sealed class JobListRenderer(CommandContext context)
{
    private const string RunningHeading = "------------------ Running/Restarting Jobs -------------------";
    private const string ScheduledHeading = "----------------------- Scheduled Jobs -----------------------";
    private const string TerminatedHeading = "---------------------- Terminated Jobs -----------------------";
    private const string End = "--------------------------------------------------------------";

    // A cluster may say anything; a date has to be one in every time zone.
    private static readonly long Earliest = DateTimeOffset.MinValue.AddDays(1).ToUnixTimeMilliseconds();
    private static readonly long Latest = DateTimeOffset.MaxValue.AddDays(-1).ToUnixTimeMilliseconds();

    public void Announce() => context.Output.WriteLine(FlinkLines.Waiting);

    public void Write(ListReport report)
    {
        if (report.Running is { } running) WriteSection(running, RunningHeading, "No running jobs.");
        if (report.Scheduled is { } scheduled) WriteSection(scheduled, ScheduledHeading, "No scheduled jobs.");
        if (report.Terminated is { Count: > 0 } terminated) WriteSection(terminated, TerminatedHeading, "");
    }

    private void WriteSection(IReadOnlyList<JobOverview> jobs, string heading, string none)
    {
        if (jobs.Count == 0)
        {
            context.Output.WriteLine(none);
            return;
        }

        context.Output.WriteLine(heading);
        foreach (var job in jobs) context.Output.WriteLine($"{StartOf(job)} : {job.Id} : {Printable.Text(job.Name)} ({job.State})");
        context.Output.WriteLine(End);
    }

    private string StartOf(JobOverview job)
    {
        var milliseconds = Math.Clamp(job.StartTime, Earliest, Latest);
        var start = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), context.Time.LocalTimeZone);
        return start.ToString("dd.MM.yyyy HH:mm:ss", CultureInfo.InvariantCulture);
    }
}
