using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Format.KeyedState;
using SavepointCli.Operations.Snapshots;
using SavepointCli.RocksDb;

namespace SavepointCli.Operations.RocksDb;

/// <summary>
/// The keyed state of one handle of RocksDB files: native savepoints and checkpoints of the RocksDB backend. Read only; the snapshot's
/// files are not changed. See <c>docs/format/rocksdb.md</c>.
/// </summary>
public sealed class RocksDbKeyedState : IDisposable
{
    private const string TableExtension = ".sst";

    private readonly IncrementalKeyedStateHandle _handle;
    private readonly int _prefixLength;
    private readonly DatabaseFolder _folder;
    private readonly RocksDatabase _database;

    private RocksDbKeyedState(
        KeyedBackendHeader header, IncrementalKeyedStateHandle handle, int maxParallelism, DatabaseFolder folder, RocksDatabase database)
    {
        Header = header;
        _handle = handle;
        _prefixLength = KeyGroups.PrefixBytes(maxParallelism);
        _folder = folder;
        _database = database;
    }

    /// <summary>What the snapshot says about keys and states.</summary>
    public KeyedBackendHeader Header { get; }

    /// <summary>Opens the database of a handle.</summary>
    /// <param name="snapshot">The snapshot that the handle belongs to.</param>
    /// <param name="handle">The handle.</param>
    /// <param name="maxParallelism">Number of key groups of the operator.</param>
    /// <exception cref="SavepointException">A file is missing or damaged, or the RocksDB library is not there.</exception>
    public static RocksDbKeyedState Open(Snapshot snapshot, IncrementalKeyedStateHandle handle, int maxParallelism) =>
        Open(snapshot.Streams, handle, maxParallelism, snapshot.Pointer.MetadataPath);

    /// <summary>Opens the database of a handle.</summary>
    /// <param name="streams">Opens the files that the handle names.</param>
    /// <param name="handle">The handle.</param>
    /// <param name="maxParallelism">Number of key groups of the operator.</param>
    /// <param name="owner">What the handle belongs to, for messages.</param>
    /// <exception cref="SavepointException">A file is missing or damaged, or the RocksDB library is not there.</exception>
    public static RocksDbKeyedState Open(IStreamHandles streams, IncrementalKeyedStateHandle handle, int maxParallelism, string owner)
    {
        var header = ReadHeader(streams, handle, owner);
        var folder = DatabaseFolder.Link(streams, handle, owner);
        try
        {
            var database = Open(folder);
            try
            {
                CheckIsWhole(database, header, handle, owner);
                return new RocksDbKeyedState(header, handle, maxParallelism, folder, database);
            }
            catch
            {
                database.Dispose();
                throw;
            }
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Copies the files of a handle into an empty folder and opens them there to go on with: what a backend does that takes over all key groups
    /// of the handle. Other key groups may lie in the files.
    /// </summary>
    /// <param name="streams">Opens the files that the handle names.</param>
    /// <param name="handle">The handle.</param>
    /// <param name="directory">The folder; exists and is empty.</param>
    /// <param name="owner">What the handle belongs to, for messages.</param>
    /// <exception cref="SavepointException">A file is missing or damaged, or the RocksDB library is not there.</exception>
    public static RocksDatabase TakeOver(IStreamHandles streams, IncrementalKeyedStateHandle handle, string directory, string owner)
    {
        var header = ReadHeader(streams, handle, owner);
        DatabaseFolder.Copy(streams, handle, owner, directory);
        var database = RocksDatabase.Open(directory);
        try
        {
            CheckIsWhole(database, header, handle, owner);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>What a handle says about keys and states; the database is not opened for that.</summary>
    /// <exception cref="SavepointException">It says nothing, or its stream is missing or damaged.</exception>
    public static KeyedBackendHeader ReadHeader(IStreamHandles streams, IncrementalKeyedStateHandle handle, string owner)
    {
        if (handle.MetaHandle is not { } meta)
        {
            throw new SavepointException(ExitCode.Damaged, $"RocksDB files of {owner} have no description of their states", "the metadata is damaged");
        }

        using var stream = streams.Open(meta);
        return KeyedBackendHeader.Read(stream, streams.Describe(meta));
    }

    /// <summary>Reads entries: state by state, of each the key groups in ascending order.</summary>
    /// <param name="isWanted">Which states to read; null for all.</param>
    /// <param name="keyGroups">The only key groups wanted; null for all of the handle. Others may lie in the files and are left out.</param>
    public RocksDbEntryReader Read(Func<StateMeta, bool>? isWanted = null, KeyGroupRange? keyGroups = null) =>
        new(this, isWanted, keyGroups is { } wanted ? _handle.KeyGroups.Intersect(wanted) : _handle.KeyGroups, _prefixLength);

    /// <inheritdoc/>
    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    internal bool Holds(StateMeta state) => _database.ColumnFamilies.ContainsKey(state.Name);

    internal RocksIterator Iterate(StateMeta state) => _database.ColumnFamilies[state.Name].Iterate();

    internal SavepointException Translate(RocksDbException fault) => _folder.Translate(fault);

    private static RocksDatabase Open(DatabaseFolder folder)
    {
        try
        {
            return RocksDatabase.OpenReadOnly(folder.Path);
        }
        catch (RocksDbException fault)
        {
            throw folder.Translate(fault);
        }
    }

    /// <summary>
    /// What RocksDB opens may still be less than what was taken: a manifest that lost its last records leaves out column families or tables,
    /// and their entries would be missing without a word.
    /// </summary>
    private static void CheckIsWhole(RocksDatabase database, KeyedBackendHeader header, IncrementalKeyedStateHandle handle, string owner)
    {
        var described = header.States.Select(state => state.Name).Append(RocksDatabase.DefaultColumnFamily).ToHashSet(StringComparer.Ordinal);
        var tables = database.TableFiles().ToHashSet(StringComparer.Ordinal);
        var problem =
            header.States.FirstOrDefault(state => state.Kind != BackendStateType.PriorityQueue && !database.ColumnFamilies.ContainsKey(state.Name)) is { } missing
                ? $"do not hold state '{missing.Name}', which the snapshot describes"
            : database.ColumnFamilies.Keys.FirstOrDefault(name => !described.Contains(name)) is { } unknown
                ? $"hold '{unknown}', which the snapshot does not describe"
            : handle.SharedFiles.Concat(handle.PrivateFiles).FirstOrDefault(file => file.LocalPath.EndsWith(TableExtension, StringComparison.Ordinal) && !tables.Contains(file.LocalPath)) is { } unused
                ? $"have a manifest that leaves out {unused.LocalPath}"
            : null;
        if (problem is not null)
        {
            throw new SavepointException(ExitCode.Damaged, $"RocksDB files of {owner} {problem}", "they belong to another snapshot or are damaged; copy them again");
        }
    }
}
