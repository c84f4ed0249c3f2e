using SavepointCli.Engine.Graph;
using SavepointCli.Engine.Jobs;
using SavepointCli.Format;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Storage;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>Reads snapshots that jobs go on from. Nothing of a snapshot is ever changed here.</summary>
internal static class SnapshotRestore
{
    /// <summary>The directory of the snapshot at a path; null if there is none.</summary>
    public static string? DirectoryOf(string pointer, IStorage storage)
    {
        try
        {
            return SnapshotPointer.Resolve(pointer, storage).Directory;
        }
        catch (SavepointException)
        {
            // Loading it says so in full.
            return null;
        }
    }

    /// <summary>Reads the snapshot at a path and fits it to a job.</summary>
    /// <param name="pointer">Directory or metadata file, in any form that Flink takes.</param>
    /// <param name="graph">The job; its derived max parallelisms are adjusted.</param>
    /// <param name="storage">Where the snapshot lies.</param>
    /// <param name="allowNonRestoredState">Whether state that nobody takes over is dropped.</param>
    /// <param name="log">Names what is dropped.</param>
    /// <exception cref="SavepointException">There is no snapshot, it is damaged, or it does not fit.</exception>
    public static RestoredState Load(string pointer, JobGraph graph, IStorage storage, bool allowNonRestoredState, ILogger log)
    {
        var opened = Open(pointer, storage);
        var (metadata, at) = (opened.Metadata, opened.Pointer);
        var mapping = StateMapping.Map(metadata, graph, at.Uri, allowNonRestoredState);
        UnsupportedState.RefuseChannels(metadata, at.Uri);
        FinishedVertices.Check(graph, mapping.Operators);
        foreach (var dropped in mapping.Dropped)
        {
            log.StateDropped(StateSizes.Of(dropped), dropped.Id);
        }

        var snapshot = new CompletedSnapshot(
            metadata.CheckpointId, SnapshotKind.Savepoint, at.Directory, at.Uri, metadata, metadata.Operators.Sum(StateSizes.Of));
        return new RestoredState(snapshot, mapping.Operators, new SnapshotStreams(opened.Streams, storage, at.Uri));
    }

    /// <summary>Reads the metadata; what keeps it from that gets the engine's code in front of Flink's words.</summary>
    private static Snapshot Open(string pointer, IStorage storage)
    {
        try
        {
            return Snapshot.Open(pointer, storage);
        }
        catch (SavepointFormatException fault)
        {
            throw JobFaults.NotStarted(fault.ExitCode == ExitCode.Unsupported ? "RST-VERSION" : "RST-MAGIC", fault);
        }
        catch (SavepointException fault)
        {
            throw JobFaults.NotStarted(IsDirectory(pointer, storage) ? "RST-NOMETA" : "RST-PATH", fault);
        }
    }

    private static bool IsDirectory(string pointer, IStorage storage)
    {
        try
        {
            return storage.DirectoryExists(FlinkPath.ToLocalPath(pointer));
        }
        catch (SavepointException)
        {
            return false;
        }
    }

    /// <summary>Reads a snapshot that a job could go back to in an earlier process.</summary>
    public static CompletedSnapshot Reopen(string directory, ClaimMode? restored, IStorage storage)
    {
        var opened = Open(directory, storage);
        return new CompletedSnapshot(
            opened.Metadata.CheckpointId, restored is null ? SnapshotKind.Checkpoint : SnapshotKind.Savepoint, opened.Pointer.Directory,
            opened.Pointer.Uri, opened.Metadata, opened.Metadata.Operators.Sum(StateSizes.Of));
    }

    /// <summary>Fits a checkpoint that a job has taken itself to the same job.</summary>
    public static RestoredState Reassign(CompletedSnapshot snapshot, JobGraph graph, IStorage storage) =>
        new(snapshot, StateMapping.Map(snapshot.Metadata, graph, snapshot.ExternalPath ?? "memory", allowNonRestoredState: true).Operators,
            SnapshotStreams.At(snapshot.Directory, storage));
}
