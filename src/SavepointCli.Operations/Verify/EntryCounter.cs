namespace SavepointCli.Operations.Verify;

/// <summary>Counts entries that several threads read.</summary>
internal sealed class EntryCounter
{
    private long _entries;
    private long _bytes;

    public long Entries => Interlocked.Read(ref _entries);

    public long Bytes => Interlocked.Read(ref _bytes);

    public void Add(long entries, long bytes)
    {
        Interlocked.Add(ref _entries, entries);
        Interlocked.Add(ref _bytes, bytes);
    }
}
