namespace SavepointCli.Engine.Loading;

/// <summary>
/// The uploaded programs, one file each: <c>&lt;directory&gt;/&lt;uuid&gt;_&lt;name&gt;</c>. They go away with the cluster unless
/// <c>web.upload.dir</c> names a place for them.
/// </summary>
internal sealed class JarStore
{
    private const string DirectoryName = "flink-web-upload";
    private const string IncomingName = ".incoming";

    /// <summary>Names that programs have: .NET assemblies, zips of a publish folder, and .jar for clients that know nothing else.</summary>
    private static readonly string[] Extensions = [".dll", ".zip", ".jar"];

    /// <summary>Opens the store below a folder that may have one already.</summary>
    public JarStore(string root)
    {
        Directory = Path.Combine(Path.GetFullPath(root), DirectoryName);
        System.IO.Directory.CreateDirectory(Directory);
    }

    /// <summary>Where the files are.</summary>
    public string Directory { get; }

    /// <summary>Where an upload is put while it arrives: on the same file system, so that taking it in is a rename.</summary>
    public string Incoming => Path.Combine(Directory, IncomingName);

    /// <summary>Whether a file of this name may be a program.</summary>
    public static bool Accepts(string name) =>
        Array.Exists(Extensions, extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>All programs, the newest first.</summary>
    public IReadOnlyList<StoredJar> List() =>
    [
        .. new DirectoryInfo(Directory).EnumerateFiles()
            .Where(file => Accepts(file.Name))
            .Select(Describe)
            .OrderByDescending(jar => jar.Uploaded),
    ];

    /// <summary>The program of that id, or null.</summary>
    public StoredJar? Find(string id)
    {
        var file = new FileInfo(Path.Combine(Directory, id));
        return Path.GetFileName(id) == id && Accepts(id) && file.Exists ? Describe(file) : null;
    }

    /// <summary>Takes an uploaded file in under a new id.</summary>
    public StoredJar Add(string uploadedPath, string name)
    {
        var file = new FileInfo(Path.Combine(Directory, StoredJar.NewId(name)));
        File.Move(uploadedPath, file.FullName);
        return Describe(file);
    }

    /// <summary>Deletes the program of that id; jobs that run from it have their own copy.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string id)
    {
        if (Find(id) is not { } jar)
        {
            return false;
        }

        File.Delete(jar.Path);
        return true;
    }

    private static StoredJar Describe(FileInfo file) =>
        new(file.Name, StoredJar.NameOf(file.Name), file.FullName, new DateTimeOffset(file.LastWriteTimeUtc));
}
