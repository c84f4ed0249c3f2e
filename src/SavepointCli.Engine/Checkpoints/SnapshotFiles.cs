using SavepointCli.Format.Metadata;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Storage;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>The files that a snapshot refers to, by their full paths.</summary>
/// <param name="Private">Files of this snapshot alone.</param>
/// <param name="Shared">Files that later checkpoints of the job may use.</param>
internal sealed record SnapshotFiles(IReadOnlyList<string> Private, IReadOnlyList<string> Shared)
{
    /// <summary>The files of a snapshot.</summary>
    public static SnapshotFiles Of(CompletedSnapshot snapshot, IStorage storage)
    {
        var opener = OpenerAt(snapshot.Directory, storage);
        var files = StateStreams.Of(snapshot.Metadata)
            .Select(stream => (File: opener.FileOf(stream.Handle), stream.MayBeShared))
            .Where(stream => stream.File is not null)
            .ToLookup(stream => stream.MayBeShared, stream => stream.File!);
        return new SnapshotFiles([.. files[false].Distinct()], [.. files[true].Distinct()]);
    }

    /// <summary>Files in what one subtask has acknowledged that other checkpoints may use.</summary>
    public static IEnumerable<string> SharedIn(IEnumerable<SubtaskState> states, string? directory, IStorage storage)
    {
        var opener = OpenerAt(directory, storage);
        return states
            .SelectMany(state => StateStreams.Of(state.ManagedKeyedState, StateStreamRole.ManagedKeyed))
            .Where(stream => stream.MayBeShared)
            .Select(stream => opener.FileOf(stream.Handle))
            .OfType<string>();
    }

    /// <summary>The first file that is not there, or null.</summary>
    public static string? FirstMissing(CompletedSnapshot snapshot, IStorage storage)
    {
        if (snapshot.Directory is not { } directory)
        {
            return null;
        }

        var files = Of(snapshot, storage);
        return files.Private.Concat(files.Shared).Prepend(Path.Combine(directory, SnapshotPointer.MetadataName))
            .FirstOrDefault(file => !storage.FileExists(file));
    }

    private static StreamHandleOpener OpenerAt(string? directory, IStorage storage) => new(
        storage, new SnapshotPointer(directory ?? "", Path.Combine(directory ?? "", SnapshotPointer.MetadataName)), PathMappings.None);
}
