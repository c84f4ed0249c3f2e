using SavepointCli.Engine.State.Snapshots;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Engine.State.RocksDb;

/// <summary>A copy of a database, by links to its tables, whose files a native snapshot stores.</summary>
internal sealed class FrozenFiles : IFrozenState<KeyedStateHandle>
{
    private const string TableExtension = ".sst";

    private readonly string _copy;
    private readonly StateBackendContext _context;
    private readonly SnapshotOptions _options;
    private readonly string _backendId;
    private readonly StoredTables _stored;
    private readonly WorkingFolder _folder;
    private readonly KeyedBackendHeader _header;
    private readonly IReadOnlyDictionary<string, StreamHandle> _usable;
    private int _isDisposed;

    public FrozenFiles(
        RocksDbStateDatabase database,
        string copy,
        SerializerSnapshot key,
        StateBackendContext context,
        SnapshotOptions options,
        string backendId,
        StoredTables stored)
    {
        _copy = copy;
        _context = context;
        _options = options;
        _backendId = backendId;
        _stored = stored;
        _folder = database.Folder.Share();
        _header = new KeyedBackendHeader(IsCompressed: false, key, [.. database.States]);
        _usable = IsIncremental && options.Sharing == FileSharing.ForwardBackward
            ? stored.Confirmed
            : new Dictionary<string, StreamHandle>();
    }

    private bool IsIncremental => _context.Backend.Incremental;

    public KeyedStateHandle? Write(SnapshotStreamFactory streams, CancellationToken cancellation)
    {
        if (_header.States.IsEmpty)
        {
            return null;
        }

        var tables = new Dictionary<string, StreamHandle>(StringComparer.Ordinal);
        List<IncrementalFile> others = [];
        long written = 0;
        foreach (var path in Directory.EnumerateFiles(_copy).Order(StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            var name = Path.GetFileName(path);
            var isTable = name.EndsWith(TableExtension, StringComparison.Ordinal);
            if (isTable && _usable.TryGetValue(name, out var known))
            {
                tables.Add(name, known);
            }
            else if (Store(path, isTable && IsIncremental ? streams.CreateShared() : streams.Create()) is { } handle)
            {
                written += handle.Size;
                if (isTable)
                {
                    tables.Add(name, handle);
                }
                else
                {
                    others.Add(new IncrementalFile(name, handle));
                }
            }
        }

        var meta = StoreHeader(streams);
        if (IsIncremental && _options.Sharing != FileSharing.None)
        {
            // What is named relative to this snapshot means nothing in the next one.
            _stored.Add(_options.CheckpointId, tables.Where(table => table.Value is not RelativeFileStreamHandle).ToDictionary(StringComparer.Ordinal));
        }

        return HandleOf(meta, [.. tables.Select(table => new IncrementalFile(table.Key, table.Value))], others, written + (meta?.Size ?? 0));
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            Directory.Delete(_copy, recursive: true);
            _folder.Dispose();
        }
    }

    private static StreamHandle? Store(string path, SnapshotStream target)
    {
        using (target)
        {
            using var source = File.OpenRead(path);
            source.CopyTo(target);
            return target.Complete();
        }
    }

    private StreamHandle? StoreHeader(SnapshotStreamFactory streams)
    {
        using var stream = streams.Create();
        var writer = new JavaDataWriter();
        _header.Write(writer);
        stream.Write(writer.WrittenSpan);
        return stream.Complete();
    }

    private IncrementalKeyedStateHandle HandleOf(StreamHandle? meta, List<IncrementalFile> tables, List<IncrementalFile> others, long written) => new(
        _context.KeyGroups,
        _options.CheckpointId,
        _backendId,
        written,
        meta,
        IsIncremental ? [.. tables] : [],
        IsIncremental ? [.. others] : [.. tables, .. others],
        Guid.NewGuid().ToString("D"));
}
