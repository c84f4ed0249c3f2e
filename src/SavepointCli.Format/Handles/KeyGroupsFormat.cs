namespace SavepointCli.Format.Handles;

/// <summary>Which tag a <see cref="KeyGroupsHandle"/> is written with; the numbers are the tags.</summary>
public enum KeyGroupsFormat
{
    /// <summary>Tag 3, <c>KeyGroupsStateHandle</c> up to 1.14: heap native or RocksDB full, told apart by content.</summary>
    V1 = 3,

    /// <summary>Tag 7, <c>KeyGroupsSavepointStateHandle</c>: the canonical stream of a savepoint.</summary>
    Savepoint = 7,

    /// <summary>Tag 12, <c>KeyGroupsStateHandle</c> since 1.15: as tag 3, with an id.</summary>
    V2 = 12,
}
