using SavepointCli.Format.Metadata;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Storage;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>Makes a snapshot complete: <c>_metadata</c> appears last, and whole or not at all.</summary>
internal sealed class SnapshotPublisher(IStorage storage)
{
    /// <summary>Writes the metadata; returns the bytes that they take.</summary>
    public long Publish(SnapshotPlace place, SnapshotMetadata metadata)
    {
        var bytes = SnapshotMetadataCodec.ToBytes(metadata);
        if (place.Directory is { } directory)
        {
            using var file = storage.CreateAtomic(Path.Combine(directory, SnapshotPointer.MetadataName));
            file.Stream.Write(bytes);
            file.Commit();
        }

        return bytes.Length;
    }
}
