using System.Reflection;
using System.Runtime.InteropServices;

namespace SavepointCli.RocksDb.Native;

/// <summary>The C library, found beside the program.</summary>
internal static class LoadedLibrary
{
    private static readonly Lazy<bool> IsThere = new(static () => NativeLibrary.TryLoad(Calls.Library, Assembly.GetExecutingAssembly(), searchPath: null, out _));

    /// <summary>Called before anything else, so that a library that is not there is a fault with a hint.</summary>
    /// <exception cref="SavepointException">The library is missing, or is none for this platform.</exception>
    public static void Require()
    {
        if (!IsThere.Value)
        {
            throw new SavepointException(
                ExitCode.Unsupported,
                $"RocksDB files cannot be read: {FileName} is missing or does not run on {RuntimeInformation.RuntimeIdentifier}",
                $"put {FileName}, which is released with this program, into {AppContext.BaseDirectory}; canonical savepoints are read without it");
        }
    }

    private static string FileName =>
        OperatingSystem.IsWindows() ? "rocksdb.dll" : OperatingSystem.IsMacOS() ? "librocksdb.dylib" : "librocksdb.so";
}
