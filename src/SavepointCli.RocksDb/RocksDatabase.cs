using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SavepointCli.RocksDb.Native;

namespace SavepointCli.RocksDb;

/// <summary>
/// A RocksDB database in a local folder. May be used by several threads, each with iterators of its own. Nothing is written to a log ahead:
/// what was not flushed, as <see cref="CreateCheckpoint"/> does, is lost with the process.
/// </summary>
/// <remarks>The name of the merge operator and the comparator are Flink's; see <c>docs/format/rocksdb.md</c>.</remarks>
public sealed class RocksDatabase : IDisposable
{
    /// <summary>The column family that every database has. Flink leaves it empty.</summary>
    public const string DefaultColumnFamily = "default";

    private readonly OptionsHandle _options;
    private readonly Dictionary<string, RocksColumnFamily> _columnFamilies = new(StringComparer.Ordinal);

    private RocksDatabase(string directory, OptionsHandle options, DatabaseHandle handle)
    {
        Directory = directory;
        _options = options;
        Handle = handle;
        Calls.DisableLog(WriteOptions, 1);

        // A scan meets each block once.
        Calls.SetFillCache(ScanOptions, 0);
    }

    /// <summary>The folder of the database.</summary>
    public string Directory { get; }

    /// <summary>The column families by name, the default one included.</summary>
    public IReadOnlyDictionary<string, RocksColumnFamily> ColumnFamilies => _columnFamilies;

    internal DatabaseHandle Handle { get; }

    internal ReadOptionsHandle ReadOptions { get; } = new();

    internal ReadOptionsHandle ScanOptions { get; } = new();

    internal WriteOptionsHandle WriteOptions { get; } = new();

    /// <summary>Opens all column families of a database for reading. Its files stay as they are, though a log is written beside them.</summary>
    /// <param name="directory">The folder with the files under the names that RocksDB gave them.</param>
    /// <exception cref="RocksDbException">It cannot be opened.</exception>
    /// <exception cref="SavepointException">The RocksDB library is missing.</exception>
    public static RocksDatabase OpenReadOnly(string directory)
    {
        LoadedLibrary.Require();
        ManifestCheck.Require(directory);
        var options = DatabaseOptions.ForReading();
        return Open(directory, options, ListColumnFamilies(options, directory), readOnly: true);
    }

    /// <summary>Opens a database with all of its column families to change it; creates it if the folder is empty.</summary>
    /// <exception cref="RocksDbException">It cannot be opened.</exception>
    /// <exception cref="SavepointException">The RocksDB library is missing.</exception>
    public static RocksDatabase Open(string directory)
    {
        LoadedLibrary.Require();
        var options = DatabaseOptions.ForWriting();
        if (System.IO.Directory.Exists(directory) && System.IO.Directory.EnumerateFileSystemEntries(directory).Any())
        {
            ManifestCheck.Require(directory);
            return Open(directory, options, ListColumnFamilies(options, directory), readOnly: false);
        }

        return Open(directory, options, [DefaultColumnFamily], readOnly: false);
    }

    /// <summary>Adds a column family.</summary>
    /// <exception cref="RocksDbException">There is one of that name.</exception>
    public RocksColumnFamily CreateColumnFamily(string name)
    {
        nint error = 0;
        var pointer = Calls.CreateColumnFamily(Handle, _options, name, ref error);
        RocksError.Check(error, Directory);
        return Add(name, pointer);
    }

    /// <summary>Names of the table files that the manifest calls part of the database. A manifest that lost its end opens, but calls fewer.</summary>
    public IReadOnlyList<string> TableFiles()
    {
        var files = Calls.ListLiveFiles(Handle);
        try
        {
            return [.. Enumerable.Range(0, Calls.CountLiveFiles(files)).Select(i => Marshal.PtrToStringUTF8(Calls.NameLiveFile(files, i))!.TrimStart('/'))];
        }
        finally
        {
            Calls.DestroyLiveFileList(files);
        }
    }

    /// <summary>Keeps what the database holds now for readers.</summary>
    public RocksSnapshot TakeSnapshot() => new(Handle);

    /// <summary>Starts a run of writes.</summary>
    public RocksBatch StartBatch() => new(batch =>
    {
        nint error = 0;
        Calls.Write(Handle, WriteOptions, batch, ref error);
        RocksError.Check(error, Directory);
    });

    /// <summary>Writes everything to tables and makes a folder that is a copy of the database: links to its tables, copies of its small files.</summary>
    /// <param name="directory">The folder, which must not exist, on the same file system.</param>
    /// <exception cref="RocksDbException">It cannot be written.</exception>
    public void CreateCheckpoint(string directory)
    {
        nint error = 0;
        var checkpoint = Calls.CreateCheckpointObject(Handle, ref error);
        RocksError.Check(error, Directory);
        try
        {
            Calls.CreateCheckpoint(checkpoint, directory, logSizeForFlush: 0, ref error);
            RocksError.Check(error, Directory);
        }
        finally
        {
            Calls.DestroyCheckpointObject(checkpoint);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var columnFamily in _columnFamilies.Values)
        {
            columnFamily.Handle.Dispose();
        }

        ReadOptions.Dispose();
        ScanOptions.Dispose();
        WriteOptions.Dispose();
        Handle.Dispose();
        _options.Dispose();
    }

    private static RocksDatabase Open(string directory, OptionsHandle options, ImmutableArray<string> names, bool readOnly)
    {
        try
        {
            var pointers = new nint[names.Length];
            var database = new RocksDatabase(directory, options, Open(directory, options, names, pointers, readOnly));
            for (var i = 0; i < names.Length; i++)
            {
                database.Add(names[i], pointers[i]);
            }

            return database;
        }
        catch
        {
            options.Dispose();
            throw;
        }
    }

    private static unsafe DatabaseHandle Open(string directory, OptionsHandle options, ImmutableArray<string> names, nint[] columnFamilies, bool readOnly)
    {
        using var nativeNames = new NativeNames(names);
        var each = new nint[names.Length];
        Array.Fill(each, options.DangerousGetHandle());
        nint error = 0;
        fixed (nint* namePointers = nativeNames.Pointers, eachPointer = each, columnFamilyPointers = columnFamilies)
        {
            var database = readOnly
                ? Calls.OpenReadOnly(options, directory, names.Length, namePointers, eachPointer, columnFamilyPointers, failOnLog: 0, ref error)
                : Calls.Open(options, directory, names.Length, namePointers, eachPointer, columnFamilyPointers, ref error);
            RocksError.Check(error, directory);
            return new DatabaseHandle(database, options);
        }
    }

    private static unsafe ImmutableArray<string> ListColumnFamilies(OptionsHandle options, string directory)
    {
        nint error = 0;
        var names = Calls.ListColumnFamilies(options, directory, out var count, ref error);
        RocksError.Check(error, directory);
        try
        {
            return [.. Enumerable.Range(0, checked((int)count)).Select(i => Marshal.PtrToStringUTF8((nint)names[i])!)];
        }
        finally
        {
            Calls.DestroyColumnFamilyList(names, count);
        }
    }

    private RocksColumnFamily Add(string name, nint pointer)
    {
        var columnFamily = new RocksColumnFamily(name, new ColumnFamilyHandle(pointer, Handle), this);
        _columnFamilies.Add(name, columnFamily);
        return columnFamily;
    }
}
