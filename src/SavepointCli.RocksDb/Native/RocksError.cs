using System.Runtime.InteropServices;
using System.Text;

namespace SavepointCli.RocksDb.Native;

/// <summary>What the C library says went wrong.</summary>
internal static unsafe class RocksError
{
    private const int LongestText = 1000;

    // The library's words for what only another build of it could read; everything else is about the bytes.
    private static readonly string[] Unsupported = ["Not implemented", "Not supported"];

    /// <summary>Throws if a call set an error, and gives its text back to the library.</summary>
    /// <param name="error">What the call left in its last argument.</param>
    /// <param name="directory">The database.</param>
    /// <exception cref="RocksDbException">There is one.</exception>
    public static void Check(nint error, string directory)
    {
        if (error == 0)
        {
            return;
        }

        var text = Text(error);
        Calls.Free(error);
        var exitCode = Unsupported.Any(word => text.StartsWith(word, StringComparison.Ordinal)) ? ExitCode.Unsupported : ExitCode.Damaged;
        throw new RocksDbException(exitCode, text, directory);
    }

    // Texts quote bytes of the files, which may be anything.
    private static string Text(nint error)
    {
        var bytes = MemoryMarshal.CreateReadOnlySpanFromNullTerminated((byte*)error);
        var text = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, LongestText)]);
        return string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = char.IsControl(source[i]) ? ' ' : source[i];
            }
        });
    }
}
