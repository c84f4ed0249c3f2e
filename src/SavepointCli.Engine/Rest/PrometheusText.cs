using System.Globalization;
using System.Text;
using SavepointCli.Engine.Jobs;

namespace SavepointCli.Engine.Rest;

/// <summary>
/// Metrics in the text format of Prometheus. Names are those of Flink's Prometheus reporter, so that its dashboards find them; what is
/// no number is left out.
/// </summary>
internal static class PrometheusText
{
    /// <summary>Version 0.0.4 of the format.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>All metrics.</summary>
    public static string Of(IReadOnlyList<JobDetails> jobs, IReadOnlyDictionary<string, string> process, DateTimeOffset now)
    {
        var samples = process.Select(metric => new Sample($"flink_jobmanager_{Name(metric.Key)}", "", metric.Value))
            .Concat(jobs.SelectMany(job => OfJob(job, now)))
            .Where(sample => double.TryParse(sample.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out _));
        var text = new StringBuilder();
        foreach (var metric in samples.GroupBy(sample => sample.Name))
        {
            text.Append("# TYPE ").Append(metric.Key).Append(" gauge\n");
            foreach (var sample in metric)
            {
                text.Append(sample.Name).Append(sample.Labels).Append(' ').Append(sample.Value).Append('\n');
            }
        }

        return text.ToString();
    }

    private static IEnumerable<Sample> OfJob(JobDetails job, DateTimeOffset now)
    {
        var labels = $"job_id=\"{job.Overview.Id}\",job_name=\"{Escape(job.Overview.Name)}\"";
        foreach (var (id, value) in MetricValues.Of(job, now))
        {
            yield return new Sample($"flink_jobmanager_job_{Name(id)}", $"{{{labels}}}", value);
        }

        foreach (var state in Enum.GetValues<JobStatus>())
        {
            yield return new Sample(
                $"flink_jobmanager_job_{Name(state.ToString())}State", $"{{{labels}}}", job.Overview.Status == state ? "1" : "0");
        }

        foreach (var vertex in job.Vertices)
        {
            foreach (var subtask in vertex.Instances)
            {
                var task = $"{{{labels},task_id=\"{vertex.Id}\",task_name=\"{Escape(vertex.Name)}\",subtask_index=\"{subtask.Index}\"}}";
                foreach (var (id, value) in MetricValues.Of(subtask))
                {
                    yield return new Sample($"flink_taskmanager_job_task_{Name(id)}", task, value);
                }
            }
        }
    }

    private static string Name(string id) => id.Replace('.', '_');

    /// <summary>Names are the user's: backslash, quote and line end must not end the label.</summary>
    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private sealed record Sample(string Name, string Labels, string Value);
}
