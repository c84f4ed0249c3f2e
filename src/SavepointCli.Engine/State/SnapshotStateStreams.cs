using SavepointCli.Format.Handles;
using SavepointCli.Storage;

namespace SavepointCli.Engine.State;

/// <summary>Opens the streams of a snapshot in a storage.</summary>
/// <param name="storage">Where the snapshot lies.</param>
/// <param name="directory">The directory of its <c>_metadata</c>, to which relative handles refer.</param>
public sealed class SnapshotStateStreams(IStorage storage, string directory) : IStateStreams
{
    private const string FilePrefix = "file:";

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
        FileStreamHandle file => LocalPathOf(file.Path),
        InlineStreamHandle inline => $"{inline.Name} (inline in {Path.Combine(directory, "_metadata")})",
        _ => handle.GetType().Name,
    };

    private static string LocalPathOf(string uri) =>
        uri.StartsWith(FilePrefix, StringComparison.Ordinal) ? string.Concat("/", uri.AsSpan(FilePrefix.Length).TrimStart('/')) : uri;

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
