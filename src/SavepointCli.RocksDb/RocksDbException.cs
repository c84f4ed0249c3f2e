namespace SavepointCli.RocksDb;

/// <summary>A database that cannot be read or written, in the words of RocksDB.</summary>
/// <param name="exitCode">Whether the files are damaged or only of a kind that the library was not built for.</param>
/// <param name="what">What RocksDB says; names the file and the place in it where it knows them.</param>
/// <param name="directory">The folder in which the database was opened.</param>
public sealed class RocksDbException(ExitCode exitCode, string what, string directory)
    : SavepointException(
        exitCode,
        $"RocksDB in {directory}: {what}",
        exitCode == ExitCode.Damaged ? "copy the files of the snapshot again from where it was taken" : "take a canonical savepoint")
{
    /// <summary>What RocksDB says.</summary>
    public string What { get; } = what;

    /// <summary>The folder in which the database was opened.</summary>
    public string Directory { get; } = directory;
}
