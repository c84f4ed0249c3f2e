using System.IO.Compression;

namespace SavepointCli.Engine.Loading;

/// <summary>An uploaded program: one assembly, or a zip of an assembly and what it needs. The content decides, not the name.</summary>
internal sealed class ProgramFile
{
    private const int MaxEntries = 10_000;
    private const long MaxUnpackedBytes = 1L << 30;
    private const string AssemblyExtension = ".dll";
    private const string DependenciesExtension = ".deps.json";

    private readonly string _path;
    private readonly string _name;
    private readonly bool _isZip;

    private ProgramFile(string path, string name, bool isZip)
    {
        _path = path;
        _name = name;
        _isZip = isZip;
    }

    /// <summary>The name it was uploaded under.</summary>
    public string Name => _name;

    /// <summary>Looks at the first bytes of the file.</summary>
    /// <param name="path">The file, whose name may start with the id that the upload gave it.</param>
    public static ProgramFile Open(string path)
    {
        Span<byte> start = stackalloc byte[4];
        using var file = File.OpenRead(path);
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var isZip = start[..read].SequenceEqual("PK\u0003\u0004"u8);
        return new ProgramFile(path, StoredJar.NameOf(Path.GetFileName(path)), isZip);
    }

    /// <summary>The entry points of the program itself, not of what it depends on; null if there is no .NET assembly in the file.</summary>
    public IReadOnlyList<EntryPoint>? EntryPoints()
    {
        if (!_isZip)
        {
            using var image = File.OpenRead(_path);
            return EntryPointScanner.Scan(image, AssemblyFileName);
        }

        try
        {
            using var zip = ZipFile.OpenRead(_path);
            var scanned = MainAssemblies(zip).Select(Scan).OfType<IReadOnlyList<EntryPoint>>().ToList();
            return scanned.Count == 0 ? null : [.. scanned.SelectMany(found => found)];
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Puts the assemblies into a folder of their own.</summary>
    /// <exception cref="InvalidDataException">The zip is damaged, too large, or has an entry that points out of the folder.</exception>
    public void UnpackTo(string folder)
    {
        Directory.CreateDirectory(folder);
        if (!_isZip)
        {
            File.Copy(_path, Path.Combine(folder, AssemblyFileName));
            return;
        }

        using var zip = ZipFile.OpenRead(_path);
        var root = RootOf(zip);
        var rest = MaxUnpackedBytes;
        foreach (var entry in zip.Entries.Where(entry => !IsFolder(entry) && entry.FullName.StartsWith(root, StringComparison.Ordinal)))
        {
            rest -= Unpack(entry, Path.GetFullPath(Path.Combine(folder, entry.FullName[root.Length..])), Path.GetFullPath(folder), rest);
        }
    }

    /// <summary>The file name that the assembly has once unpacked: a lone one may have been uploaded as .jar.</summary>
    private string AssemblyFileName => Path.ChangeExtension(_name, AssemblyExtension);

    private static long Unpack(ZipArchiveEntry entry, string target, string folder, long most)
    {
        if (!target.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"zip entry '{entry.FullName}' points out of the folder it is unpacked to");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var source = entry.Open();
        using var file = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
        CopyAtMost(source, file, most);
        return file.Length;
    }

    /// <summary>The length in the zip's directory is a claim of the uploader; the bytes that come out are counted.</summary>
    private static void CopyAtMost(Stream source, Stream target, long most)
    {
        var buffer = new byte[81920];
        for (int read; (read = source.Read(buffer)) > 0;)
        {
            most -= read;
            if (most < 0)
            {
                throw new InvalidDataException($"the program unpacks to more than {MaxUnpackedBytes} bytes");
            }

            target.Write(buffer, 0, read);
        }
    }

    private IReadOnlyList<EntryPoint>? Scan(ZipArchiveEntry entry)
    {
        using var packed = entry.Open();
        using var image = new MemoryStream();
        CopyAtMost(packed, image, MaxUnpackedBytes);
        image.Position = 0;
        return EntryPointScanner.Scan(image, entry.Name);
    }

    /// <summary>
    /// The assemblies that may hold the program: the one that a <c>.deps.json</c> names, else every one at the top of the zip.
    /// </summary>
    private static List<ZipArchiveEntry> MainAssemblies(ZipArchive zip)
    {
        var root = RootOf(zip);
        ZipArchiveEntry[] top = [.. zip.Entries.Where(entry => !IsFolder(entry) && entry.FullName == root + entry.Name)];
        HashSet<string> named =
        [
            .. top.Where(entry => entry.Name.EndsWith(DependenciesExtension, StringComparison.OrdinalIgnoreCase))
                .Select(entry => entry.Name[..^DependenciesExtension.Length] + AssemblyExtension),
        ];
        return
        [
            .. top.Where(entry => entry.Name.EndsWith(AssemblyExtension, StringComparison.OrdinalIgnoreCase)
                && (named.Count == 0 || named.Contains(entry.Name))),
        ];
    }

    /// <summary>The one folder that everything in the zip lies in, with its slash; empty if there are several or files beside it.</summary>
    private static string RootOf(ZipArchive zip)
    {
        if (zip.Entries.Count > MaxEntries)
        {
            throw new InvalidDataException($"the zip has {zip.Entries.Count} entries, more than the {MaxEntries} that are read");
        }

        var tops = zip.Entries.Select(entry => entry.FullName[..(entry.FullName.IndexOf('/', StringComparison.Ordinal) + 1)]);
        return tops.Distinct().Take(2).ToArray() is [var only] ? only : "";
    }

    private static bool IsFolder(ZipArchiveEntry entry) => entry.FullName.EndsWith('/');
}
