using System.Runtime.InteropServices;
using SavepointCli.Format.Handles;
using SavepointCli.Storage;

namespace SavepointCli.Operations.Snapshots;

/// <summary>Opens the streams that a snapshot refers to, wherever they lie.</summary>
/// <param name="storage">The store of the snapshot.</param>
/// <param name="snapshot">The snapshot, against whose directory relative references count.</param>
/// <param name="mappings">Where absolute references lie now.</param>
public sealed class StreamHandleOpener(IStorage storage, SnapshotPointer snapshot, PathMappings mappings)
{
    private const long Unknown = -1;

    /// <summary>Opens the bytes of a handle for reading with seek; position 0 is the first byte of the handle.</summary>
    /// <exception cref="SavepointException">The file is missing or shorter than the handle says, or lies in a store that is not there.</exception>
    public Stream Open(StreamHandle handle) => handle switch
    {
        InlineStreamHandle inline => OpenInline(inline.Data),
        EmptySegmentStreamHandle => OpenInline(default),
        KeyGroupsStreamHandle keyGroups => keyGroups.KeyGroups.Stream is { } inner ? Open(inner) : OpenInline(default),
        SegmentStreamHandle segment => new StreamSegment(
            OpenFile(handle, segment.StartPosition + segment.StateSize), segment.StartPosition, segment.StateSize),
        _ => OpenFile(handle, handle.Size),
    };

    /// <summary>Names the bytes of a handle in messages.</summary>
    public string Describe(StreamHandle handle) => FileOf(handle) ?? $"{snapshot.MetadataPath}, inline";

    /// <summary>The file that holds the bytes of a handle; null if they are inline.</summary>
    /// <exception cref="SavepointException">The file lies in a store that is not there, or a relative reference leads out of the snapshot.</exception>
    public string? FileOf(StreamHandle handle) => handle switch
    {
        RelativeFileStreamHandle relative => InDirectory(relative.RelativePath),
        FileStreamHandle file => ElsewhereOrBeside(file.Path),
        SegmentStreamHandle segment => Elsewhere(segment.Path),
        KeyGroupsStreamHandle { KeyGroups.Stream: { } inner } => FileOf(inner),
        _ => null,
    };

    /// <summary>
    /// The file of the operating system that holds the bytes of a handle and nothing else, there and long enough; null where they are inline,
    /// a part of a file, or in a store of another kind.
    /// </summary>
    /// <exception cref="SavepointException">The file is missing or shorter than the handle says.</exception>
    public string? LocalFileOf(StreamHandle handle) =>
        handle is RelativeFileStreamHandle or FileStreamHandle ? storage.LocalPathOf(Find(handle, handle.Size)) : null;

    private Stream OpenFile(StreamHandle handle, long neededLength) => storage.OpenRead(Find(handle, neededLength));

    private string Find(StreamHandle handle, long neededLength)
    {
        var path = FileOf(handle) ?? throw new ArgumentException($"no file behind {handle}", nameof(handle));
        if (!storage.FileExists(path))
        {
            throw new SavepointException(
                ExitCode.Damaged,
                $"state file {path} of snapshot {snapshot.Uri} is missing",
                handle is RelativeFileStreamHandle
                    ? "copy the whole directory of the snapshot, not only its metadata"
                    : "the snapshot refers to its absolute place; if the files were moved, say where to: --map FROM=TO");
        }

        var length = storage.GetLength(path);
        if (neededLength != Unknown && length < neededLength)
        {
            throw new SavepointException(
                ExitCode.Damaged,
                $"state file {path} of snapshot {snapshot.Uri} has {length} bytes, the snapshot needs {neededLength}",
                "copy the file again from where the snapshot was taken");
        }

        return path;
    }

    private string InDirectory(string relativePath)
    {
        var path = Path.GetFullPath(Path.Combine(snapshot.Directory, relativePath.Replace('\0', '?')));
        return path.StartsWith(snapshot.Directory + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new SavepointException(
                ExitCode.Damaged, $"the relative reference '{relativePath}' leads out of the snapshot {snapshot.Uri}", "the metadata is damaged");
    }

    /// <summary>
    /// Flink up to 1.10 names the files of a savepoint by their full path. The names are random, so a file of that name beside the metadata
    /// is the one meant: the savepoint was moved.
    /// </summary>
    private string ElsewhereOrBeside(string path)
    {
        var elsewhere = Elsewhere(path);
        var beside = Path.Combine(snapshot.Directory, Path.GetFileName(elsewhere));
        return !storage.FileExists(elsewhere) && storage.FileExists(beside) ? beside : elsewhere;
    }

    private string Elsewhere(string path) => FlinkPath.ToLocalPath(mappings.Apply(path));

    private static MemoryStream OpenInline(ReadOnlyMemory<byte> data) =>
        MemoryMarshal.TryGetArray(data, out var bytes) && bytes.Array is not null
            ? new MemoryStream(bytes.Array, bytes.Offset, bytes.Count, writable: false)
            : new MemoryStream(data.ToArray(), writable: false);
}
