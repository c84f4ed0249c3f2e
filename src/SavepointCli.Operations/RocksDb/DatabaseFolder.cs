using SavepointCli.Format.Handles;
using SavepointCli.Operations.Snapshots;
using SavepointCli.RocksDb;

namespace SavepointCli.Operations.RocksDb;

/// <summary>
/// The files of one handle under the names that RocksDB knows them by, in a temporary folder: links to whole files of the snapshot, copies
/// of what lies inline or inside other files. RocksDB writes its log there, so the snapshot's own folders stay as they are.
/// </summary>
internal sealed class DatabaseFolder : IDisposable
{
    private const string CurrentFile = "CURRENT";
    private const int LongestName = 255;

    private readonly Dictionary<string, string> _origins = new(StringComparer.Ordinal);
    private readonly string _owner;

    private DatabaseFolder(string owner)
    {
        _owner = owner;
        Path = Directory.CreateTempSubdirectory("savepointctl-rocksdb-").FullName;
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Puts the files of a handle together.</summary>
    /// <param name="streams">Opens them.</param>
    /// <param name="handle">Names them.</param>
    /// <param name="owner">The metadata file that holds the handle, for messages.</param>
    /// <exception cref="SavepointException">A file is missing or has an impossible name.</exception>
    public static DatabaseFolder Assemble(StreamHandleOpener streams, IncrementalKeyedStateHandle handle, string owner)
    {
        var folder = new DatabaseFolder(owner);
        try
        {
            foreach (var file in handle.SharedFiles.Concat(handle.PrivateFiles))
            {
                folder.Add(streams, file);
            }

            return folder._origins.ContainsKey(CurrentFile)
                ? folder
                : throw new SavepointException(ExitCode.Damaged, $"the RocksDB files of {owner} have no {CurrentFile} among them", "the metadata is damaged");
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

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

    private void Add(StreamHandleOpener streams, IncrementalFile file)
    {
        var name = file.LocalPath;
        if (!IsPlainName(name) || file.Stream is null || !_origins.TryAdd(name, streams.Describe(file.Stream)))
        {
            throw new SavepointException(
                ExitCode.Damaged, $"'{name}' in {_owner} cannot be a file of a RocksDB database: no plain name, named twice, or without bytes", "the metadata is damaged");
        }

        var target = System.IO.Path.Combine(Path, name);
        if (streams.LocalFileOf(file.Stream) is not { } source)
        {
            using var bytes = streams.Open(file.Stream);
            using var copy = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
            bytes.CopyTo(copy);
        }
        else if (OperatingSystem.IsWindows())
        {
            // Links need a privilege there.
            File.Copy(source, target);
        }
        else
        {
            File.CreateSymbolicLink(target, source);
        }
    }

    /// <summary>What RocksDB names its files with; nothing that could lead out of the folder.</summary>
    private static bool IsPlainName(string name) =>
        name.Length is > 0 and <= LongestName && name[0] != '.' && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_');
}
