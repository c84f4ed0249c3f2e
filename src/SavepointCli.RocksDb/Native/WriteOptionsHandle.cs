namespace SavepointCli.RocksDb.Native;

/// <summary>Options of writing.</summary>
internal sealed class WriteOptionsHandle() : NativeHandle(Calls.CreateWriteOptions())
{
    protected override void Destroy(nint pointer) => Calls.DestroyWriteOptions(pointer);
}
