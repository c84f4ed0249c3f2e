using System.IO.Enumeration;
using SavepointCli.Engine.Jobs;
using SavepointCli.Operations.Snapshots;

namespace SavepointCli.Engine.Web.Snapshots;

/// <summary>Lists snapshots: every directory with metadata in it, at most a few levels below the configured directories.</summary>
internal sealed class SnapshotCatalogue(SnapshotFolders folders, IEmbeddedCluster cluster)
{
    /// <summary>Deep enough for <c>savepoint-…</c> and for <c>JOB/chk-…</c> one level below a configured directory.</summary>
    private const int MaxDepth = 3;

    /// <summary>More directories than this are not looked at, so that a folder configured by mistake costs seconds, not minutes.</summary>
    private const int MaxDirectories = 200_000;

    /// <summary>All snapshots, newest first.</summary>
    public IReadOnlyList<FoundSnapshot> List(CancellationToken cancellation)
    {
        var found = new Dictionary<string, FoundSnapshot>(StringComparer.Ordinal);
        foreach (var metadata in folders.All().Where(Directory.Exists).SelectMany(MetadataFiles).Take(MaxDirectories))
        {
            cancellation.ThrowIfCancellationRequested();
            found[metadata.Directory] = metadata;
        }

        foreach (var elsewhere in cluster.Jobs.SelectMany(folders.Taken).Where(path => !found.ContainsKey(path)))
        {
            if (new FileInfo(Path.Combine(elsewhere, SnapshotPointer.MetadataName)) is { Exists: true } metadata)
            {
                found[elsewhere] = new FoundSnapshot(elsewhere, metadata.LastWriteTimeUtc, metadata.Length);
            }
        }

        return [.. found.Values.OrderByDescending(snapshot => snapshot.Modified).ThenBy(snapshot => snapshot.Directory, StringComparer.Ordinal)];
    }

    /// <summary>Length and time come with the directory's own entries, so a listing opens no file.</summary>
    private static FileSystemEnumerable<FoundSnapshot> MetadataFiles(string folder) => new(
        folder,
        static (ref entry) => new FoundSnapshot(entry.Directory.ToString(), entry.LastWriteTimeUtc, entry.Length),
        new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = MaxDepth,
            IgnoreInaccessible = true,
            AttributesToSkip = FileAttributes.ReparsePoint,
        })
    {
        ShouldIncludePredicate = static (ref entry) => !entry.IsDirectory && entry.FileName.SequenceEqual(SnapshotPointer.MetadataName),
    };
}
