namespace SavepointCli.RocksDb.Native;

/// <summary>A moment of a database; what is overwritten afterwards is kept for its readers.</summary>
internal sealed class SnapshotHandle(DatabaseHandle database) : NativeHandle(Calls.CreateSnapshot(database), database)
{
    // The database lives as long as what it owns, so its pointer is good here.
    private readonly nint _database = database.DangerousGetHandle();

    protected override void Destroy(nint pointer) => Calls.ReleaseSnapshot(_database, pointer);
}
