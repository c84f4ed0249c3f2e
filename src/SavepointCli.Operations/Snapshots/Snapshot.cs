using SavepointCli.Format.Metadata;
using SavepointCli.Storage;

namespace SavepointCli.Operations.Snapshots;

/// <summary>A savepoint or checkpoint at rest: where it lies, what its metadata say, and its streams.</summary>
/// <param name="Pointer">Where it lies.</param>
/// <param name="Metadata">What its metadata say.</param>
/// <param name="MetadataLength">Bytes of the metadata file, inline state included.</param>
/// <param name="Streams">Opens the streams that the metadata refer to.</param>
public sealed record Snapshot(SnapshotPointer Pointer, SnapshotMetadata Metadata, long MetadataLength, StreamHandleOpener Streams)
{
    /// <summary>Resolves a path and reads the metadata there; no state file is touched.</summary>
    /// <param name="path">Directory or metadata file, in any of Flink's forms.</param>
    /// <param name="storage">Where to look.</param>
    /// <param name="mappings">Where absolute references lie now; null for where they say.</param>
    /// <exception cref="SavepointException">There is no snapshot, or its metadata are damaged or of an unknown version.</exception>
    public static Snapshot Open(string path, IStorage storage, PathMappings? mappings = null)
    {
        var pointer = SnapshotPointer.Resolve(path, storage);
        var bytes = ReadAll(storage, pointer.MetadataPath);
        var metadata = SnapshotMetadataCodec.Read(bytes, pointer.MetadataPath);
        return new Snapshot(pointer, metadata, bytes.Length, new StreamHandleOpener(storage, pointer, mappings ?? PathMappings.None));
    }

    private static byte[] ReadAll(IStorage storage, string path)
    {
        using var stream = storage.OpenRead(path);
        if (stream.Length > Array.MaxLength)
        {
            throw new SavepointException(
                ExitCode.Unsupported, $"{path} has {stream.Length} bytes, more than the {Array.MaxLength} that metadata can have here");
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
