using SavepointCli.RocksDb.Native;

namespace SavepointCli.RocksDb;

/// <summary>The contents of a database at one moment, for readers on any thread while it goes on changing.</summary>
public sealed class RocksSnapshot : IDisposable
{
    private readonly SnapshotHandle _handle;

    internal RocksSnapshot(DatabaseHandle database)
    {
        _handle = new SnapshotHandle(database);
        Options = new ReadOptionsHandle();
        Calls.SetSnapshot(Options, _handle.DangerousGetHandle());
        Calls.SetFillCache(Options, 0);
    }

    internal ReadOptionsHandle Options { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Options.Dispose();
        _handle.Dispose();
    }
}
