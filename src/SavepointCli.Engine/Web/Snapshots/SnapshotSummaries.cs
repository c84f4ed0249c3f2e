using System.Collections.Concurrent;
using SavepointCli.Operations.Inspect;
using SavepointCli.Storage;

namespace SavepointCli.Engine.Web.Snapshots;

/// <summary>Reads metadata once: a snapshot never changes, so its summary is kept as long as its metadata are the same file.</summary>
internal sealed class SnapshotSummaries(IStorage storage)
{
    private const int MaxKept = 20_000;

    private readonly ConcurrentDictionary<FoundSnapshot, SnapshotSummary> _kept = new();

    /// <summary>The summary; a snapshot that cannot be read has one that says why.</summary>
    public SnapshotSummary Of(FoundSnapshot snapshot, CancellationToken cancellation)
    {
        if (_kept.TryGetValue(snapshot, out var kept))
        {
            return kept;
        }

        if (_kept.Count >= MaxKept)
        {
            _kept.Clear();
        }

        return _kept[snapshot] = Read(snapshot.Directory, cancellation);
    }

    private SnapshotSummary Read(string directory, CancellationToken cancellation)
    {
        try
        {
            var report = new InspectHandler(storage).Handle(new InspectRequest(directory), cancellation);
            return new SnapshotSummary(
                KindNames.Of(report.Kind), report.CheckpointId, report.Total.Total, report.Operators.Length, report.Findings.FirstOrDefault());
        }
        catch (Exception fault) when (fault is SavepointException or IOException or UnauthorizedAccessException)
        {
            return new SnapshotSummary(null, null, null, null, fault.Message);
        }
    }
}
