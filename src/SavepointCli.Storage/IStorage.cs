namespace SavepointCli.Storage;

/// <summary>
/// Where snapshots live. Paths are absolute and in the store's own form (for local files a path of the operating
/// system); <see cref="FlinkPath"/> translates from and to the URIs that Flink writes. Faults are the <see cref="IOException"/> and
/// <see cref="UnauthorizedAccessException"/> of .NET.
/// </summary>
public interface IStorage
{
    /// <summary>Whether a file stands there.</summary>
    bool FileExists(string path);

    /// <summary>Whether a directory stands there.</summary>
    bool DirectoryExists(string path);

    /// <summary>Bytes of a file.</summary>
    long GetLength(string path);

    /// <summary>When a file was written last.</summary>
    DateTimeOffset GetLastWriteTime(string path);

    /// <summary>Opens a file for reading with seek.</summary>
    Stream OpenRead(string path);

    /// <summary>The file as the operating system knows it, for libraries that open files by themselves; null where the store is another.</summary>
    string? LocalPathOf(string path) => null;

    /// <summary>Creates a file that must not exist yet. The bytes are durable when <see cref="IStorageFile.Commit"/> returns.</summary>
    IStorageFile CreateNew(string path);

    /// <summary>Creates a file that appears under its name only when it is committed, whole: staged beside it, synced, renamed.</summary>
    /// <param name="path">The name.</param>
    /// <param name="overwrite">Whether a file of that name is replaced when the new one is whole; else there must be none.</param>
    IStorageFile CreateAtomic(string path, bool overwrite = false);

    /// <summary>Creates a directory that must not exist yet, with its parents; false if it exists.</summary>
    bool TryCreateDirectory(string path);

    /// <summary>Deletes a file; false if there is none.</summary>
    bool DeleteFile(string path);

    /// <summary>Deletes a directory with all that is in it; false if there is none.</summary>
    bool DeleteDirectoryRecursively(string path);

    /// <summary>Deletes a directory that is empty; false if there is none.</summary>
    /// <exception cref="IOException">Something lies in it.</exception>
    bool DeleteEmptyDirectory(string path);

    /// <summary>Full paths of the files and directories directly in a directory.</summary>
    IEnumerable<string> List(string path);
}
