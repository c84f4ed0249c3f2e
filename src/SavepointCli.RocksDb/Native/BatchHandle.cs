namespace SavepointCli.RocksDb.Native;

/// <summary>Changes that are written together.</summary>
internal sealed class BatchHandle() : NativeHandle(Calls.CreateBatch())
{
    protected override void Destroy(nint pointer) => Calls.DestroyBatch(pointer);
}
