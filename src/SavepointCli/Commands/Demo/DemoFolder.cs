namespace SavepointCli.Commands.Demo;

/// <summary>The one folder below which a demonstration leaves everything.</summary>
internal sealed class DemoFolder : IDisposable
{
    private DemoFolder(string path, bool isKept)
    {
        Path = path;
        IsKept = isKept;
    }

    public string Path { get; }

    public bool IsKept { get; }

    /// <summary>Takes the folder to keep, or a temporary one.</summary>
    public static DemoFolder Create(string? keep)
    {
        if (keep is null) return new DemoFolder(Directory.CreateTempSubdirectory("savepointctl-demo-").FullName, false);

        var path = System.IO.Path.GetFullPath(keep);
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
            throw new SavepointException(
                ExitCode.Refused, $"'{path}' holds something already", "name a folder that is empty or does not exist");
        Directory.CreateDirectory(path);
        return new DemoFolder(path, true);
    }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        if (!IsKept && Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
    }
}
