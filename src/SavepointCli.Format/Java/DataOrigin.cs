namespace SavepointCli.Format.Java;

/// <summary>Where a run of bytes comes from, so that a fault can name file and position.</summary>
/// <param name="Path">File or description of the bytes.</param>
/// <param name="BaseOffset">Position of the first byte of the run in <paramref name="Path"/>.</param>
public sealed record DataOrigin(string Path, long BaseOffset = 0)
{
    /// <summary>Bytes that were never in a file.</summary>
    public static DataOrigin Memory { get; } = new("memory");
}
