namespace SavepointCli.Testing;

/// <summary>A new folder below the system's temporary folder; disposing it deletes it with all that is in it.</summary>
public sealed class TempFolder : IDisposable
{
    /// <summary>Creates the folder.</summary>
    public TempFolder()
        : this("test")
    {
    }

    private TempFolder(string purpose) => Path = Directory.CreateTempSubdirectory($"savepointctl-{purpose}-").FullName;

    /// <summary>Full path of the folder.</summary>
    public string Path { get; }

    /// <summary>Path of something in the folder, whether it exists or not.</summary>
    public string this[params ReadOnlySpan<string> parts] => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>A folder that is deleted when the process ends.</summary>
    public static TempFolder UntilProcessExits(string purpose)
    {
        var folder = new TempFolder(purpose);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        return folder;
    }

    /// <summary>Copies a folder with all that is in it to a new place below this one and returns that place.</summary>
    public string CopyOf(string source, string name)
    {
        var target = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(target);
        foreach (var folder in Directory.EnumerateDirectories(source, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(System.IO.Path.Combine(target, System.IO.Path.GetRelativePath(source, folder)));
        }

        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, System.IO.Path.Combine(target, System.IO.Path.GetRelativePath(source, file)));
        }

        return target;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
