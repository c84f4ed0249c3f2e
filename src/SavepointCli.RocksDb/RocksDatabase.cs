using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SavepointCli.RocksDb.Native;

namespace SavepointCli.RocksDb;

/// <summary>
/// A RocksDB database that is only read: nothing in its files changes, though a log is written beside them. May be read by several
/// threads, each with an iterator of its own.
/// </summary>
/// <remarks>The name of the merge operator and the comparator are Flink's; see <c>docs/format/rocksdb.md</c>.</remarks>
public sealed class RocksDatabase : IDisposable
{
    /// <summary>The column family that every database has. Flink leaves it empty.</summary>
    public const string DefaultColumnFamily = "default";

    private const int MostOpenFiles = 256;
    private const int LogNothingButFatal = 4;

    private readonly DatabaseHandle _database;
    private readonly ReadOptionsHandle _scan;
    private readonly Dictionary<string, ColumnFamilyHandle> _columnFamilies;

    private RocksDatabase(string directory, DatabaseHandle database, Dictionary<string, ColumnFamilyHandle> columnFamilies)
    {
        Directory = directory;
        _database = database;
        _columnFamilies = columnFamilies;
        _scan = new ReadOptionsHandle();
        Calls.SetVerifyChecksums(_scan, 1);

        // A scan meets each block once.
        Calls.SetFillCache(_scan, 0);
    }

    /// <summary>The folder of the database.</summary>
    public string Directory { get; }

    /// <summary>Names of the column families.</summary>
    public IReadOnlyCollection<string> ColumnFamilies => _columnFamilies.Keys;

    /// <summary>Opens all column families of a database.</summary>
    /// <param name="directory">The folder with its files under the names that RocksDB gave them.</param>
    /// <exception cref="RocksDbException">It cannot be opened.</exception>
    /// <exception cref="SavepointException">The RocksDB library is missing.</exception>
    public static RocksDatabase OpenReadOnly(string directory)
    {
        LoadedLibrary.Require();
        ManifestCheck.Require(directory);
        using var options = Options();
        var names = ListColumnFamilies(options, directory);
        var pointers = new nint[names.Length];
        var database = OpenReadOnly(options, directory, names, pointers);
        var columnFamilies = new Dictionary<string, ColumnFamilyHandle>(names.Length, StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            columnFamilies[names[i]] = new ColumnFamilyHandle(pointers[i], database);
        }

        return new RocksDatabase(directory, database, columnFamilies);
    }

    /// <summary>Names of the table files that the manifest calls part of the database. A manifest that lost its end opens, but calls fewer.</summary>
    public IReadOnlyList<string> TableFiles()
    {
        var files = Calls.ListLiveFiles(_database);
        try
        {
            return [.. Enumerable.Range(0, Calls.CountLiveFiles(files)).Select(i => Marshal.PtrToStringUTF8(Calls.NameLiveFile(files, i))!.TrimStart('/'))];
        }
        finally
        {
            Calls.DestroyLiveFileList(files);
        }
    }

    /// <summary>An iterator that stands before the first entry of a column family.</summary>
    /// <exception cref="ArgumentException">There is no such column family.</exception>
    public RocksIterator Iterate(string columnFamily)
    {
        if (!_columnFamilies.TryGetValue(columnFamily, out var handle))
        {
            throw new ArgumentException($"no column family '{columnFamily}' in {Directory}", nameof(columnFamily));
        }

        return new RocksIterator(new IteratorHandle(Calls.CreateIterator(_database, _scan, handle), handle), Directory);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var columnFamily in _columnFamilies.Values)
        {
            columnFamily.Dispose();
        }

        _scan.Dispose();
        _database.Dispose();
    }

    private static OptionsHandle Options()
    {
        var options = new OptionsHandle();
        Calls.SetMaxOpenFiles(options, MostOpenFiles);
        Calls.SetMaxFileOpeningThreads(options, 1);
        Calls.SetSkipStatsUpdateOnOpen(options, 1);
        Calls.SetInfoLogLevel(options, LogNothingButFatal);
        Calls.SetMergeOperator(options, StringAppendOperator.Create());
        return options;
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

    private static unsafe DatabaseHandle OpenReadOnly(OptionsHandle options, string directory, ImmutableArray<string> names, nint[] columnFamilies)
    {
        using var nativeNames = new NativeNames(names);
        var each = new nint[names.Length];
        Array.Fill(each, options.DangerousGetHandle());
        nint error = 0;
        fixed (nint* namePointers = nativeNames.Pointers, eachPointer = each, columnFamilyPointers = columnFamilies)
        {
            var database = Calls.OpenReadOnly(options, directory, names.Length, namePointers, eachPointer, columnFamilyPointers, failOnLog: 0, ref error);
            RocksError.Check(error, directory);
            return new DatabaseHandle(database, options);
        }
    }
}
