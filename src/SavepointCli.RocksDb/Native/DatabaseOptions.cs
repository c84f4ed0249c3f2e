namespace SavepointCli.RocksDb.Native;

/// <summary>How databases are opened.</summary>
internal static class DatabaseOptions
{
    private const int MostOpenFiles = 256;
    private const int LogNothingButFatal = 4;

    // What the RocksDB of the oldest Flink in use reads; newer ones are read-compatible with it.
    private const int TableFormatVersion = 5;
    private const byte Crc32C = 1;

    /// <summary>Options for a database whose files are only read.</summary>
    public static OptionsHandle ForReading()
    {
        var options = new OptionsHandle();
        Calls.SetMaxOpenFiles(options, MostOpenFiles);
        Calls.SetMaxFileOpeningThreads(options, 1);
        Calls.SetSkipStatsUpdateOnOpen(options, 1);
        Calls.SetInfoLogLevel(options, LogNothingButFatal);
        Calls.SetMergeOperator(options, StringAppendOperator.Create());
        return options;
    }

    /// <summary>Options for a database that is created if it is not there, with tables that Flink reads.</summary>
    public static OptionsHandle ForWriting()
    {
        var options = ForReading();
        Calls.SetCreateIfMissing(options, 1);
        var tables = Calls.CreateTableOptions();
        Calls.SetFormatVersion(tables, TableFormatVersion);
        Calls.SetChecksum(tables, Crc32C);
        Calls.SetTableFormat(options, tables);
        Calls.DestroyTableOptions(tables);
        return options;
    }
}
