using SavepointCli.Cluster.Discovery;
using SavepointCli.Commands.Cluster;

namespace SavepointCli.Rendering;

/// <summary>What there is to say about the embedded cluster.</summary>
internal sealed class ClusterRenderer(TextWriter output)
{
    public void WriteStarted(EmbeddedClusterRecord record)
    {
        output.WriteLine($"Embedded cluster started at {record.Url} (process {record.Pid}).");
        output.Flush();
    }

    public void WriteStopped(EmbeddedClusterRecord? record) =>
        output.WriteLine(record is null ? "No embedded cluster is running." : $"Embedded cluster at {record.Url} stopped.");

    public void WriteStatus(ClusterStatusReport report)
    {
        output.WriteLine($"Embedded cluster at {report.Record.Url}");
        output.WriteLine($"  process  {report.Record.Pid}");
        output.WriteLine($"  version  {report.Version}");
        output.WriteLine($"  jobs     {report.RunningJobs} running");
        output.WriteLine($"  log      {report.Record.LogFile}");
    }
}
