using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.State;
using SavepointCli.Format.Handles;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Storage;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>Opens the streams of a snapshot for the state backends.</summary>
internal sealed class SnapshotStreams(StreamHandleOpener streams, IStorage storage, string snapshot) : IStateStreams
{
    /// <summary>The streams of a snapshot that a job has taken itself.</summary>
    /// <param name="directory">Its directory; null if it lives in memory only, where every stream is inline.</param>
    /// <param name="storage">Where the directory lies.</param>
    public static SnapshotStreams At(string? directory, IStorage storage) => new(new StreamHandleOpener(
        storage, new SnapshotPointer(directory ?? "", Path.Combine(directory ?? "", SnapshotPointer.MetadataName)), PathMappings.None),
        storage, directory is null ? "in memory" : FlinkPath.ToUri(directory));

    /// <inheritdoc/>
    public Stream Open(StreamHandle handle)
    {
        RequireFile(handle);
        return streams.Open(handle);
    }

    /// <inheritdoc/>
    public string? LocalFileOf(StreamHandle handle)
    {
        RequireFile(handle);
        return streams.LocalFileOf(handle);
    }

    /// <inheritdoc/>
    public string Describe(StreamHandle handle) => streams.FileOf(handle) ?? (handle as InlineStreamHandle)?.Name ?? "inline state";

    private void RequireFile(StreamHandle handle)
    {
        if (streams.FileOf(handle) is { } file && !storage.FileExists(file))
        {
            throw JobFaults.MissingFile(file, snapshot, "put the file back, or restore from another snapshot");
        }
    }
}
