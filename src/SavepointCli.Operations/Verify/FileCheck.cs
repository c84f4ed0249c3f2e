using SavepointCli.Format.Handles;
using SavepointCli.Format.Metadata;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Storage;

namespace SavepointCli.Operations.Verify;

/// <summary>Whether every file that a snapshot refers to is there with its length, and whether other files lie in its folder.</summary>
internal sealed class FileCheck(Snapshot snapshot, IStorage storage, VerifyFindings findings)
{
    /// <summary>Deepest folder that is looked into; snapshots have none at all, and links may lead in circles.</summary>
    private const int DeepestFolder = 8;

    private readonly Lazy<HashSet<StreamHandle>> _logs = new(() => LogsOf(snapshot));
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _broken = new(StringComparer.Ordinal);

    /// <summary>Bytes of all files that are there.</summary>
    public long Bytes { get; private set; }

    /// <summary>Number of different files.</summary>
    public int Count => _known.Count;

    /// <summary>Whether a file has a finding, so that there is no use in reading it.</summary>
    public bool IsBroken(string path) => _broken.Contains(path);

    public void Run(CancellationToken cancellation)
    {
        foreach (var (handle, role, _) in StateStreams.Of(snapshot.Metadata))
        {
            cancellation.ThrowIfCancellationRequested();
            if (TryFind(handle) is { } path)
            {
                CheckLength(handle, path, isLog: IsLog(handle, role));
            }
        }

        CheckFolder(snapshot.Pointer.Directory, depth: 0);
    }

    private string? TryFind(StreamHandle handle)
    {
        try
        {
            return snapshot.Streams.FileOf(handle);
        }
        catch (SavepointException fault)
        {
            var severity = fault.ExitCode == ExitCode.Unsupported ? VerifySeverity.Note : VerifySeverity.Error;
            findings.AddOnce(new VerifyFinding(severity, VerifyCode.Reference, snapshot.Pointer.MetadataPath, Offset: null, fault.Message));
            return null;
        }
    }

    private void CheckLength(StreamHandle handle, string path, bool isLog)
    {
        var isNew = _known.Add(path);
        if (!storage.FileExists(path))
        {
            if (isNew)
            {
                Add(path, VerifyCode.FileMissing, "the file is missing");
            }

            return;
        }

        var length = storage.GetLength(path);
        Bytes += isNew ? length : 0;
        if (_broken.Contains(path))
        {
            return;
        }

        if (handle is SegmentStreamHandle segment)
        {
            if (segment.StartPosition < 0 || segment.StateSize < 0 || length - segment.StartPosition < segment.StateSize)
            {
                Add(path, VerifyCode.FileLength, $"the file has {length} bytes, the snapshot needs {segment.StateSize} from position {segment.StartPosition} on");
            }
        }
        else if (!isLog && handle.Size >= 0 && length != handle.Size)
        {
            Add(path, VerifyCode.FileLength, $"the file has {length} bytes, the snapshot says {handle.Size}");
        }
    }

    /// <summary>The size of a changelog is that of the changes that the checkpoint needs, not that of the file.</summary>
    private bool IsLog(StreamHandle handle, StateStreamRole role) =>
        role == StateStreamRole.ManagedKeyed && _logs.Value.Contains(handle);

    private static HashSet<StreamHandle> LogsOf(Snapshot snapshot) =>
    [
        .. snapshot.Metadata.Operators.SelectMany(state => state.Subtasks)
            .Select(subtask => subtask.ManagedKeyedState).OfType<ChangelogKeyedStateHandle>()
            .SelectMany(changelog => changelog.NonMaterialized).OfType<ChangelogFilesHandle>()
            .SelectMany(files => files.Streams).Select(stream => stream.Stream).OfType<StreamHandle>(),
    ];

    private void CheckFolder(string folder, int depth)
    {
        if (depth > DeepestFolder)
        {
            return;
        }

        foreach (var path in storage.List(folder).Order(StringComparer.Ordinal))
        {
            if (storage.DirectoryExists(path))
            {
                CheckFolder(path, depth + 1);
            }
            else if (path != snapshot.Pointer.MetadataPath && !_known.Contains(path))
            {
                findings.Add(new VerifyFinding(
                    VerifySeverity.Warning, VerifyCode.FileUnreferenced, path, Offset: null, "nothing in the snapshot refers to this file"));
            }
        }
    }

    private void Add(string path, VerifyCode code, string message)
    {
        _broken.Add(path);
        findings.Add(new VerifyFinding(VerifySeverity.Error, code, path, Offset: null, message));
    }
}
