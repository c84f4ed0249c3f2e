using System.Runtime.InteropServices;

namespace SavepointCli.RocksDb.Native;

/// <summary>Names as the C library takes them: UTF-8 with a zero byte behind.</summary>
internal sealed class NativeNames : IDisposable
{
    /// <summary>Copies the names out of the managed heap.</summary>
    public NativeNames(IReadOnlyCollection<string> names) => Pointers = [.. names.Select(Marshal.StringToCoTaskMemUTF8)];

    /// <summary>One pointer for each name, in their order.</summary>
    public nint[] Pointers { get; }

    public void Dispose()
    {
        foreach (var pointer in Pointers)
        {
            Marshal.FreeCoTaskMem(pointer);
        }
    }
}
