using SavepointCli.Format.Handles;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers;
using SavepointCli.RocksDb;

namespace SavepointCli.Engine.State.RocksDb;

/// <summary>
/// The database of one operator in one subtask: a column family per state, restored ones that the job has not registered included, which
/// thus go into the next snapshot as they are.
/// </summary>
internal sealed class RocksDbStateDatabase : IDisposable
{
    private readonly StateBackendContext _context;
    private readonly List<StateMeta> _states = [];

    private RocksDbStateDatabase(StateBackendContext context, WorkingFolder folder, RocksDatabase database)
    {
        _context = context;
        Folder = folder;
        Database = database;
    }

    /// <summary>Where it lies.</summary>
    public WorkingFolder Folder { get; }

    /// <summary>The database.</summary>
    public RocksDatabase Database { get; }

    /// <summary>Snapshots of the key serializers of all restored handles.</summary>
    public List<SerializerSnapshot> KeySerializers { get; } = [];

    /// <summary>Descriptions of all states, in the order in which they were restored and registered.</summary>
    public IReadOnlyList<StateMeta> States => _states;

    /// <summary>Makes the database and fills it from the handles that the subtask got.</summary>
    /// <exception cref="SavepointException">A stream or file is missing or damaged, or of another backend.</exception>
    public static RocksDbStateDatabase Restore(StateBackendContext context, IReadOnlyList<KeyedStateHandle> handles, CancellationToken cancellation)
    {
        var folder = WorkingFolder.Create(context.Backend.LocalDirectory);
        try
        {
            var restore = new RocksDbRestore(context, cancellation);
            var database = new RocksDbStateDatabase(context, folder, restore.OpenDatabase(handles, folder.Database));
            try
            {
                restore.Load(handles, database);
                return database;
            }
            catch
            {
                database.Database.Dispose();
                throw;
            }
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>The description of a state that was restored or registered, or null.</summary>
    public StateMeta? Find(string name) => _states.Find(state => state.Name == name);

    /// <summary>The column family of a state, which is described like this from now on.</summary>
    public RocksColumnFamily Register(StateMeta meta)
    {
        var index = _states.FindIndex(state => state.Name == meta.Name);
        if (index < 0)
        {
            _states.Add(meta);
        }
        else
        {
            _states[index] = meta;
        }

        return FamilyOf(meta);
    }

    /// <summary>The column family of a restored state.</summary>
    /// <exception cref="SavepointException">Another handle describes the state differently: one database cannot hold both.</exception>
    public RocksColumnFamily RegisterRestored(StateMeta meta)
    {
        if (Find(meta.Name) is not { } known)
        {
            return Register(meta);
        }

        return BytesOf(known).SequenceEqual(BytesOf(meta)) ? FamilyOf(meta) : throw RestoreFaults.Descriptions(_context.OperatorName, meta.Name);
    }

    /// <summary>The column family of a state that is described already.</summary>
    public RocksColumnFamily FamilyOf(StateMeta meta) =>
        meta.Name == RocksDatabase.DefaultColumnFamily
            ? throw new InvalidOperationException($"RocksDB keeps the name '{meta.Name}' for itself; give the state of operator '{_context.OperatorName}' another one")
            : Database.ColumnFamilies.TryGetValue(meta.Name, out var family) ? family : Database.CreateColumnFamily(meta.Name);

    /// <inheritdoc/>
    public void Dispose()
    {
        Database.Dispose();
        Folder.Dispose();
    }

    private static ReadOnlySpan<byte> BytesOf(StateMeta meta)
    {
        var writer = new JavaDataWriter();
        meta.Write(writer);
        return writer.WrittenSpan;
    }
}
