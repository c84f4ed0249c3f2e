using SavepointCli.Format.Handles;
using SavepointCli.Operations.Snapshots;
using SavepointCli.RocksDb;

namespace SavepointCli.Operations.RocksDb;

/// <summary>
/// The files of one handle under the names that RocksDB knows them by, in a temporary folder: links to whole files of the snapshot, copies
/// of what lies inline or inside other files (on Windows, where links need a privilege, of everything). RocksDB writes its log there, so the
/// snapshot's own folders stay as they are.
/// </summary>
internal sealed class DatabaseFolder : IDisposable
{
    private const string CurrentFile = "CURRENT";
    private const int LongestName = 255;

    private readonly Dictionary<string, string> _origins = new(StringComparer.Ordinal);
    private readonly string _owner;

    private DatabaseFolder(string owner, string path)
    {
        _owner = owner;
        Path = path;
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Puts the files of a handle together in a new temporary folder, by links where that can be.</summary>
    /// <param name="streams">Opens them.</param>
    /// <param name="handle">Names them.</param>
    /// <param name="owner">The metadata file that holds the handle, for messages.</param>
    /// <exception cref="SavepointException">A file is missing or has an impossible name.</exception>
    public static DatabaseFolder Link(IStreamHandles streams, IncrementalKeyedStateHandle handle, string owner)
    {
        var folder = new DatabaseFolder(owner, Directory.CreateTempSubdirectory("savepointctl-rocksdb-").FullName);
        folder.Fill(streams, handle, mayLink: !OperatingSystem.IsWindows());
        return folder;
    }

    /// <summary>Copies the files of a handle into a folder, to go on with the database there. The folder exists and is empty.</summary>
    /// <param name="streams">Opens the files.</param>
    /// <param name="handle">Names them.</param>
    /// <param name="owner">What the handle belongs to, for messages.</param>
    /// <param name="directory">The folder; it is deleted if not all files can be copied.</param>
    /// <exception cref="SavepointException">A file is missing or has an impossible name.</exception>
    public static void Copy(IStreamHandles streams, IncrementalKeyedStateHandle handle, string owner, string directory) =>
        new DatabaseFolder(owner, directory).Fill(streams, handle, mayLink: false);

    /// <summary>The fault in terms of the snapshot: where RocksDB names a file of the temporary folder, the place it comes from.</summary>
    public RocksDbException Translate(RocksDbException fault)
    {
        var what = fault.What;
        foreach (var (name, origin) in _origins)
        {
            what = what.Replace(System.IO.Path.Combine(Path, name), $"{name} ({origin})", StringComparison.Ordinal);
        }

        return new RocksDbException(fault.ExitCode, what.Replace(Path, _owner, StringComparison.Ordinal), _owner);
    }

    /// <summary>Deletes the folder. Links go, what they lead to stays.</summary>
    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }

    private void Fill(IStreamHandles streams, IncrementalKeyedStateHandle handle, bool mayLink)
    {
        try
        {
            foreach (var file in handle.SharedFiles.Concat(handle.PrivateFiles))
            {
                Add(streams, file, mayLink);
            }

            if (!_origins.ContainsKey(CurrentFile))
            {
                throw new SavepointException(ExitCode.Damaged, $"the RocksDB files of {_owner} have no {CurrentFile} among them", "the metadata is damaged");
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    private void Add(IStreamHandles streams, IncrementalFile file, bool mayLink)
    {
        var name = file.LocalPath;
        if (!IsPlainName(name) || file.Stream is null || !_origins.TryAdd(name, streams.Describe(file.Stream)))
        {
            throw new SavepointException(
                ExitCode.Damaged, $"'{name}' in {_owner} cannot be a file of a RocksDB database: no plain name, named twice, or without bytes", "the metadata is damaged");
        }

        var target = System.IO.Path.Combine(Path, name);
        if (mayLink && streams.LocalFileOf(file.Stream) is { } source)
        {
            File.CreateSymbolicLink(target, source);
            return;
        }

        using var bytes = streams.Open(file.Stream);
        using var copy = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
        bytes.CopyTo(copy);
    }

    /// <summary>What RocksDB names its files with; nothing that could lead out of the folder.</summary>
    private static bool IsPlainName(string name) =>
        name.Length is > 0 and <= LongestName && name[0] != '.' && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_');
}
