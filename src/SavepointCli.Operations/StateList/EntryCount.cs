namespace SavepointCli.Operations.StateList;

/// <summary>A number of entries and their bytes.</summary>
internal readonly record struct EntryCount(long Entries, long Bytes)
{
    public static EntryCount operator +(EntryCount left, EntryCount right) => new(left.Entries + right.Entries, left.Bytes + right.Bytes);
}
