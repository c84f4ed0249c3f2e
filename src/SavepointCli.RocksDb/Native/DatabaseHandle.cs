namespace SavepointCli.RocksDb.Native;

/// <summary>An open database.</summary>
internal sealed class DatabaseHandle(nint pointer, OptionsHandle options) : NativeHandle(pointer, options)
{
    protected override void Destroy(nint pointer) => Calls.Close(pointer);
}
