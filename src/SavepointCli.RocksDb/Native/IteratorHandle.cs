namespace SavepointCli.RocksDb.Native;

/// <summary>An iterator over a column family.</summary>
internal sealed class IteratorHandle(nint pointer, ColumnFamilyHandle columnFamily) : NativeHandle(pointer, columnFamily)
{
    protected override void Destroy(nint pointer) => Calls.DestroyIterator(pointer);
}
