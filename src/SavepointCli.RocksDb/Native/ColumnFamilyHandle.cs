namespace SavepointCli.RocksDb.Native;

/// <summary>A column family of an open database.</summary>
internal sealed class ColumnFamilyHandle(nint pointer, DatabaseHandle database) : NativeHandle(pointer, database)
{
    protected override void Destroy(nint pointer) => Calls.DestroyColumnFamily(pointer);
}
