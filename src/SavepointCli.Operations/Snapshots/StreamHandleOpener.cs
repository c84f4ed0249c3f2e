using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SavepointCli.Format.Handles;
using SavepointCli.Storage;

namespace SavepointCli.Operations.Snapshots;

/// <summary>Opens the streams that a snapshot refers to, wherever they lie.</summary>
/// <param name="storage">The store of the snapshot.</param>
/// <param name="snapshot">The snapshot, against whose directory relative references count.</param>
/// <param name="mappings">Where absolute references lie now.</param>
public sealed class StreamHandleOpener(IStorage storage, SnapshotPointer snapshot, PathMappings mappings) : IStreamHandles
{
    private const long Unknown = -1;

    /// <summary>How far above the metadata the files of a checkpoint may lie: <c>JOB/chk-7/_metadata</c> refers to <c>JOB/shared/...</c>.</summary>
    private const int LevelsAbove = 2;

    private readonly ConcurrentDictionary<string, string> _moved = new(StringComparer.Ordinal);

    /// <summary>The files that were not found where the snapshot says, but beside it.</summary>
    public ImmutableArray<MovedFile> Moved =>
        [.. _moved.Select(file => new MovedFile(file.Key, file.Value)).OrderBy(file => file.Stated, StringComparer.Ordinal)];

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

    /// <summary>
    /// The file that holds the bytes of a handle; null if they are inline. A file that is not where the snapshot says is looked for at the
    /// same place relative to the metadata: the folder was moved or copied. What was taken so stands in <see cref="Moved"/>.
    /// </summary>
    /// <exception cref="SavepointException">The file lies in a store that is not there, or a relative reference leads out of the snapshot.</exception>
    public string? FileOf(StreamHandle handle) => AbsolutePathOf(handle) is { } absolute
        ? _moved.GetValueOrDefault(absolute) ?? FindMoved(absolute) ?? PlaceOf(handle)
        : PlaceOf(handle);

    /// <summary>
    /// The file that a handle means beyond doubt, whether it exists or not; null if the bytes are inline. Who deletes files goes by this.
    /// </summary>
    /// <exception cref="SavepointException">The file lies in a store that is not there, or a relative reference leads out of the snapshot.</exception>
    public string? PlaceOf(StreamHandle handle) => handle switch
    {
        RelativeFileStreamHandle relative => InDirectory(relative.RelativePath),
        FileStreamHandle file => ElsewhereOrBeside(file.Path),
        SegmentStreamHandle segment => Elsewhere(segment.Path),
        KeyGroupsStreamHandle { KeyGroups.Stream: { } inner } => PlaceOf(inner),
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

    private static string? AbsolutePathOf(StreamHandle handle) => handle switch
    {
        FileStreamHandle file => file.Path,
        SegmentStreamHandle segment => segment.Path,
        KeyGroupsStreamHandle { KeyGroups.Stream: { } inner } => AbsolutePathOf(inner),
        _ => null,
    };

    /// <summary>
    /// Looks below the folder of the metadata and the folders above it for what the path has below a folder of the same name. Names of
    /// state files are random and those of jobs are ids, so a file that is found like this is the one meant.
    /// </summary>
    private string? FindMoved(string path)
    {
        if (IsWhereItShouldBe(path))
        {
            return null;
        }

        var parts = path.Split('/');
        var folder = snapshot.Directory;
        for (var level = 0; level < LevelsAbove && folder is not null; level++, folder = Path.GetDirectoryName(folder))
        {
            var at = Array.LastIndexOf(parts, Path.GetFileName(folder));
            if (at < 0 || at == parts.Length - 1 || parts.AsSpan(at).Contains("..") || path.Contains('\0', StringComparison.Ordinal))
            {
                continue;
            }

            var candidate = Path.Combine([folder, .. parts.AsSpan(at + 1)]);
            if (storage.FileExists(candidate))
            {
                _moved[path] = candidate;
                return candidate;
            }
        }

        return null;
    }

    private bool IsWhereItShouldBe(string path)
    {
        var mapped = mappings.Apply(path);
        return FlinkPath.IsLocal(mapped) && storage.FileExists(FlinkPath.ToLocalPath(mapped));
    }

    private static MemoryStream OpenInline(ReadOnlyMemory<byte> data) =>
        MemoryMarshal.TryGetArray(data, out var bytes) && bytes.Array is not null
            ? new MemoryStream(bytes.Array, bytes.Offset, bytes.Count, writable: false)
            : new MemoryStream(data.ToArray(), writable: false);
}
