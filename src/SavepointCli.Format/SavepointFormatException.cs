using System.Diagnostics.CodeAnalysis;

namespace SavepointCli.Format;

/// <summary>
/// Bytes of a snapshot that cannot mean what the format says they must mean: cut off, impossible count, unknown tag.
/// Carries the place so that a person can look at it with a hex dump.
/// </summary>
public sealed class SavepointFormatException : SavepointException
{
    private const string DamagedHint = "check that the copy is complete; what was copied while it was being written is cut off";

    /// <summary>Creates a fault about bytes at <paramref name="offset"/> of <paramref name="path"/>.</summary>
    public SavepointFormatException(
        string what, string path, long offset, ExitCode exitCode = ExitCode.Damaged, string? hint = DamagedHint, Exception? inner = null)
        : base(exitCode, $"{what} ({path} @ {offset})", hint, inner)
    {
        What = what;
        Path = path;
        Offset = offset;
    }

    /// <summary>What is wrong, without the place.</summary>
    public string What { get; }

    /// <summary>The file, or a description of the bytes where they do not lie in a file of their own.</summary>
    public string Path { get; }

    /// <summary>Position in <see cref="Path"/>, in bytes.</summary>
    public long Offset { get; }

    [DoesNotReturn]
    internal static void ThrowTruncated(string path, long offset, long needed, long left) =>
        throw new SavepointFormatException($"truncated: {needed} bytes needed, {left} left", path, offset);

    [DoesNotReturn]
    internal static void ThrowImpossibleCount(string what, long count, string path, long offset) =>
        throw new SavepointFormatException($"impossible {what}: {count}", path, offset);
}
