namespace SavepointCli.Storage;

/// <summary>Local files of a few bytes that a later process must find, whole, in their old or in their new state.</summary>
public static class DurableFile
{
    /// <summary>Replaces a file: staged beside it, synced, renamed over it. What it holds survives the machine from then on.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        var full = Path.GetFullPath(path);
        var directory = Path.GetDirectoryName(full)!;
        var staged = Path.Combine(directory, $".{Path.GetFileName(full)}.{Guid.NewGuid()}");
        try
        {
            using (var stream = new FileStream(staged, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(staged, full, overwrite: true);
        }
        catch
        {
            File.Delete(staged);
            throw;
        }

        NativeFileSystem.SyncDirectory(directory);
    }

    /// <summary>Copies a file; the copy survives the machine once <see cref="Publish"/> has made its directory visible.</summary>
    public static void Copy(string source, string target)
    {
        using var from = File.OpenRead(source);
        using var to = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        from.CopyTo(to);
        to.Flush(flushToDisk: true);
    }

    /// <summary>Gives a directory that is complete its name; it must not be taken.</summary>
    public static void Publish(string directory, string name)
    {
        NativeFileSystem.SyncDirectory(directory);
        Directory.Move(directory, name);
        NativeFileSystem.SyncDirectory(Path.GetDirectoryName(Path.GetFullPath(name))!);
    }
}
