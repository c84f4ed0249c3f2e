using System.Runtime.InteropServices;

namespace SavepointCli.RocksDb.Native;

/// <summary>An object of the C library, destroyed once, at the latest by the garbage collector.</summary>
internal abstract class NativeHandle : SafeHandle
{
    private readonly NativeHandle? _owner;

    /// <summary>Takes an object over.</summary>
    /// <param name="pointer">The object.</param>
    /// <param name="owner">What must not be destroyed before it.</param>
    protected NativeHandle(nint pointer, NativeHandle? owner = null)
        : base(0, ownsHandle: true)
    {
        SetHandle(pointer);
        if (owner is not null)
        {
            var kept = false;
            owner.DangerousAddRef(ref kept);
            _owner = owner;
        }
    }

    public override bool IsInvalid => handle == 0;

    protected sealed override bool ReleaseHandle()
    {
        Destroy(handle);
        _owner?.DangerousRelease();
        return true;
    }

    protected abstract void Destroy(nint pointer);
}
