namespace SavepointCli.Engine.Web.Snapshots;

/// <summary>A snapshot in a directory listing; nothing of it has been read.</summary>
/// <param name="Directory">Full path of its directory.</param>
/// <param name="Modified">When its metadata were written: when it was taken, unless it was copied.</param>
/// <param name="MetadataBytes">Bytes of its metadata.</param>
internal sealed record FoundSnapshot(string Directory, DateTimeOffset Modified, long MetadataBytes);
