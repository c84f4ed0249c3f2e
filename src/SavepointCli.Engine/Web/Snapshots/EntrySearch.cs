namespace SavepointCli.Engine.Web.Snapshots;

/// <summary>Which entries of a snapshot to show.</summary>
/// <param name="Path">The snapshot.</param>
/// <param name="Operator">Uid or id of the only operator wanted; null for all.</param>
/// <param name="State">Name of the only state wanted; null for all.</param>
/// <param name="Key">The only key wanted, as it is printed or as bare text; null for all.</param>
/// <param name="PartOfKey">Text that the key in its JSON form must hold; null for all keys.</param>
/// <param name="Skip">Entries to pass over, from an earlier answer.</param>
/// <param name="Limit">Most entries to show.</param>
internal sealed record EntrySearch(string Path, string? Operator, string? State, string? Key, string? PartOfKey, long Skip, int Limit);
