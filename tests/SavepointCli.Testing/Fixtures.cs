using System.Collections.Concurrent;
using System.IO.Compression;

namespace SavepointCli.Testing;

/// <summary>Finds the files of <c>tests/Fixtures</c> and unpacks archives of them, each once a process.</summary>
public static class Fixtures
{
    private static readonly TempFolder Unpacked = TempFolder.UntilProcessExits("fixtures");
    private static readonly ConcurrentDictionary<string, Lazy<string>> Folders = new(StringComparer.Ordinal);

    /// <summary>The folder <c>tests/Fixtures</c> of the checkout that the tests were built from.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Full path of a fixture that must exist.</summary>
    public static string PathOf(params ReadOnlySpan<string> parts)
    {
        var path = Path.Combine([Root, .. parts]);
        return File.Exists(path) || Directory.Exists(path) ? path : throw new FileNotFoundException($"no such fixture: {path}");
    }

    /// <summary>A file of hex digits, line breaks ignored.</summary>
    public static byte[] ReadHex(string name) => Convert.FromHexString(string.Concat(File.ReadLines(PathOf(name))));

    /// <summary>Folder that holds what the archive holds. Shared by all tests of the process: read only, copy before changing.</summary>
    public static string Unpack(string archive) =>
        Folders.GetOrAdd(archive, static name => new Lazy<string>(() => UnpackNow(name))).Value;

    private static string UnpackNow(string archive)
    {
        var folder = Path.Combine(Unpacked.Path, Path.ChangeExtension(Path.GetRelativePath(Root, archive), null));
        Directory.CreateDirectory(folder);
        ZipFile.ExtractToDirectory(archive, folder);
        return folder;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "tests", "Fixtures");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException($"no tests/Fixtures above {AppContext.BaseDirectory}");
    }
}
