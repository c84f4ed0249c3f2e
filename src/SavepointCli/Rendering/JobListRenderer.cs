using System.Globalization;
using SavepointCli.Cluster.Rest.Messages;
using SavepointCli.Commands.List;

namespace SavepointCli.Rendering;

/// <summary>Flink's job list.</summary>
internal sealed class JobListRenderer(CommandContext context, TextWriter lines)
{
    private const string RunningHeading = "------------------ Running/Restarting Jobs -------------------";
    private const string ScheduledHeading = "----------------------- Scheduled Jobs -----------------------";
    private const string TerminatedHeading = "---------------------- Terminated Jobs -----------------------";
    private const string End = "--------------------------------------------------------------";

    // A cluster may say anything; a date has to be one in every time zone.
    private static readonly long Earliest = DateTimeOffset.MinValue.AddDays(1).ToUnixTimeMilliseconds();
    private static readonly long Latest = DateTimeOffset.MaxValue.AddDays(-1).ToUnixTimeMilliseconds();

    public void Announce() => lines.WriteLine(FlinkLines.Waiting);

    public void Write(ListReport report)
    {
        if (report.Running is { } running) WriteSection(running, RunningHeading, "No running jobs.");
        if (report.Scheduled is { } scheduled) WriteSection(scheduled, ScheduledHeading, "No scheduled jobs.");
        if (report.Terminated is { Count: > 0 } terminated) WriteSection(terminated, TerminatedHeading, "");
    }

    /// <summary>One row a job, ids first.</summary>
    public void WriteTable(ListReport report, TextWriter output)
    {
        var table = new TextTable("ID", "NAME", "STATE", ">TASKS", ">RUNNING", "STARTED");
        foreach (var job in report.All)
            table.Add(
                job.Id.ToString(),
                job.Name,
                job.State.Name,
                job.Tasks?.Total.ToString(CultureInfo.InvariantCulture),
                job.Tasks?.Running.ToString(CultureInfo.InvariantCulture),
                StartOf(job, context.Time.LocalTimeZone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        table.Write(output);
    }

    /// <summary>Ids alone: names need not be unique, and a verb takes no name.</summary>
    public static void WriteNames(ListReport report, TextWriter output)
    {
        foreach (var job in report.All) output.WriteLine(job.Id);
    }

    /// <summary>When a job was started, in a time zone.</summary>
    public static DateTimeOffset StartOf(JobOverview job, TimeZoneInfo zone)
    {
        var milliseconds = Math.Clamp(job.StartTime, Earliest, Latest);
        return TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), zone);
    }

    private void WriteSection(IReadOnlyList<JobOverview> jobs, string heading, string none)
    {
        if (jobs.Count == 0)
        {
            lines.WriteLine(none);
            return;
        }

        lines.WriteLine(heading);
        foreach (var job in jobs) lines.WriteLine($"{StartOf(job)} : {job.Id} : {Printable.Text(job.Name)} ({job.State})");
        lines.WriteLine(End);
    }

    private string StartOf(JobOverview job) =>
        StartOf(job, context.Time.LocalTimeZone).ToString("dd.MM.yyyy HH:mm:ss", CultureInfo.InvariantCulture);
}
