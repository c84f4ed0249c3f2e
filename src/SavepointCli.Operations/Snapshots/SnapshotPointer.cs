using SavepointCli.Storage;

namespace SavepointCli.Operations.Snapshots;

/// <summary>Where a snapshot lies: what <c>-s</c>, <c>savepoint -d</c> and <c>inspect</c> take as a path, resolved.</summary>
/// <param name="Directory">Full path of the directory against which relative references count.</param>
/// <param name="MetadataPath">Full path of the metadata file, whatever its name.</param>
public sealed record SnapshotPointer(string Directory, string MetadataPath)
{
    /// <summary>Name of the metadata file in a snapshot's directory.</summary>
    public const string MetadataName = "_metadata";

    /// <summary>The directory as Flink shows it: the snapshot's canonical pointer.</summary>
    public string Uri => FlinkPath.ToUri(Directory);

    /// <summary>Finds the metadata file for a directory or a metadata file given in any of Flink's forms.</summary>
    /// <exception cref="SavepointException">There is no such path, or no metadata file in the directory; said in Flink's words.</exception>
    public static SnapshotPointer Resolve(string path, IStorage storage)
    {
        var local = FlinkPath.ToLocalPath(path);
        if (storage.FileExists(local))
        {
            return new SnapshotPointer(Path.GetDirectoryName(local)!, local);
        }

        if (!storage.DirectoryExists(local))
        {
            throw new SavepointException(
                ExitCode.NotFound,
                $"Cannot find checkpoint or savepoint file/directory '{path}' on file system '{FlinkPath.SchemeOf(path) ?? "file"}'.",
                "give the directory of the snapshot, or its metadata file");
        }

        var directory = Path.TrimEndingDirectorySeparator(local);
        var metadata = Path.Combine(directory, MetadataName);
        return storage.FileExists(metadata)
            ? new SnapshotPointer(directory, metadata)
            : throw new SavepointException(
                ExitCode.NotFound,
                $"Cannot find meta data file '{MetadataName}' in directory '{path}'.",
                "a snapshot without it was never completed; if the file has another name, give the file itself");
    }
}
