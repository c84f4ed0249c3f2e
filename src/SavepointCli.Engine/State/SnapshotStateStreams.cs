using SavepointCli.Format.Handles;
using SavepointCli.Storage;

namespace SavepointCli.Engine.State;

/// <summary>Opens the streams of a snapshot in a storage.</summary>
/// <param name="storage">Where the snapshot lies.</param>
/// <param name="directory">The directory of its <c>_metadata</c>, to which relative handles refer.</param>
public sealed class SnapshotStateStreams(IStorage storage, string directory) : IStateStreams
{
    /// <inheritdoc/>
    public Stream Open(StreamHandle handle) => handle switch
    {
        InlineStreamHandle inline => new MemoryStream(inline.Data.ToArray(), writable: false),
        KeyGroupsStreamHandle { KeyGroups.Stream: { } inner } => Open(inner),
        RelativeFileStreamHandle or FileStreamHandle => OpenFile(Describe(handle), handle.Size),
        _ => throw new SavepointException(
            ExitCode.Unsupported, $"state lies in a {handle.GetType().Name}, which the engine does not read", "take a canonical savepoint"),
    };

    /// <inheritdoc/>
    public string Describe(StreamHandle handle) => handle switch
    {
        RelativeFileStreamHandle relative => Path.Combine(directory, relative.RelativePath),
        FileStreamHandle file => Relocated(FlinkPath.ToLocalPath(file.Path)),
        InlineStreamHandle inline => $"{inline.Name} (inline in {Path.Combine(directory, "_metadata")})",
        _ => handle.GetType().Name,
    };

    /// <summary>
    /// Flink up to 1.10 names the files of savepoints by full path. Their names are random, so one of that name beside the metadata is
    /// the file, moved along with it.
    /// </summary>
    private string Relocated(string path)
    {
        var beside = Path.Combine(directory, Path.GetFileName(path));
        return !storage.FileExists(path) && storage.FileExists(beside) ? beside : path;
    }

    private Stream OpenFile(string path, long size)
    {
        if (!storage.FileExists(path))
        {
            throw new SavepointException(
                ExitCode.Damaged, $"RST-MISSINGFILE: the state file {path} of the snapshot in {directory} is missing", "copy the whole directory of the snapshot");
        }

        var length = storage.GetLength(path);
        return length >= size
            ? storage.OpenRead(path)
            : throw new SavepointException(
                ExitCode.Damaged, $"the state file {path} has {length} bytes instead of {size}", "copy the whole directory of the snapshot");
    }
}
