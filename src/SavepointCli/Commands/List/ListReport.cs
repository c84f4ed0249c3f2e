using SavepointCli.Cluster.Rest.Messages;

namespace SavepointCli.Commands.List;

/// <summary>The jobs of a cluster by section, each in the order of their start; null for a section nobody asked for.</summary>
internal sealed record ListReport(
    IReadOnlyList<JobOverview>? Running,
    IReadOnlyList<JobOverview>? Scheduled,
    IReadOnlyList<JobOverview>? Terminated)
{
    /// <summary>All of them, section by section.</summary>
    public IEnumerable<JobOverview> All => [.. Running ?? [], .. Scheduled ?? [], .. Terminated ?? []];
}
