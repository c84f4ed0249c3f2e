namespace SavepointCli.RocksDb.Native;

/// <summary>Options of a database and its column families.</summary>
internal sealed class OptionsHandle() : NativeHandle(Calls.CreateOptions())
{
    protected override void Destroy(nint pointer) => Calls.DestroyOptions(pointer);
}
