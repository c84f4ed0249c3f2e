using System.Collections.Immutable;
using SavepointCli.Format.Metadata;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Storage;

namespace SavepointCli.Operations.Disposal;

/// <summary>
/// Deletes a savepoint or retained checkpoint: the metadata first, so that it is no snapshot any more whatever happens next, then every
/// file that it refers to, then its directory if nothing else lies in it. Mirrors <c>Checkpoints.disposeSavepoint</c>, which
/// does not mind files that other checkpoints share; here they need an explicit word.
/// </summary>
public sealed class SnapshotDisposal(IStorage storage)
{
    /// <summary>Deletes the snapshot; all steps are tried even if one fails.</summary>
    /// <exception cref="SavepointException">There is no snapshot, or its metadata can't be read; nothing was deleted.</exception>
    public DisposalResult Dispose(DisposalRequest request, CancellationToken cancellation)
    {
        var snapshot = Snapshot.Open(request.Path, storage, request.Mappings);
        var files = FilesOf(snapshot);
        var shared = files.Values.Count(mayBeShared => mayBeShared);
        if (shared > 0 && !request.AllowSharedFiles)
        {
            return new DisposalRefused(
                snapshot.Pointer, $"{shared} of its files lie outside of it and other checkpoints of the job may still need them", shared);
        }

        cancellation.ThrowIfCancellationRequested();
        return Delete(snapshot.Pointer, files.Keys);
    }

    /// <summary>The files that the snapshot refers to, and whether others may need them. Files in its own directory are its own.</summary>
    private static Dictionary<string, bool> FilesOf(Snapshot snapshot)
    {
        var directory = snapshot.Pointer.Directory + Path.DirectorySeparatorChar;
        var files = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var stream in StateStreams.Of(snapshot.Metadata))
        {
            if (snapshot.Streams.PlaceOf(stream.Handle) is { } file)
            {
                var mayBeShared = stream.MayBeShared && !file.StartsWith(directory, StringComparison.Ordinal);
                files[file] = mayBeShared || files.GetValueOrDefault(file);
            }
        }

        return files;
    }

    private SnapshotDisposed Delete(SnapshotPointer pointer, IEnumerable<string> files)
    {
        var problems = ImmutableArray.CreateBuilder<DisposalProblem>();
        if (Try(pointer.MetadataPath, storage.DeleteFile, problems) is not { } metadataDeleted)
        {
            // Without this step the snapshot could still be restored, so its files must stay.
            return new SnapshotDisposed(pointer, FilesDeleted: 0, FilesMissing: 0, problems.ToImmutable());
        }

        var deleted = metadataDeleted ? 1 : 0;
        var missing = 0;
        foreach (var file in files)
        {
            if (Try(file, storage.DeleteFile, problems) is { } wasThere)
            {
                deleted += wasThere ? 1 : 0;
                missing += wasThere ? 0 : 1;
            }
        }

        Try(pointer.Directory, storage.DeleteEmptyDirectory, problems);
        return new SnapshotDisposed(pointer, deleted, missing, problems.ToImmutable());
    }

    private static bool? Try(string path, Func<string, bool> delete, ImmutableArray<DisposalProblem>.Builder problems)
    {
        try
        {
            return delete(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems.Add(new DisposalProblem(path, fault.Message));
            return null;
        }
    }
}
