namespace SavepointCli.RocksDb.Native;

/// <summary>Options of reading.</summary>
internal sealed class ReadOptionsHandle() : NativeHandle(Calls.CreateReadOptions())
{
    protected override void Destroy(nint pointer) => Calls.DestroyReadOptions(pointer);
}
