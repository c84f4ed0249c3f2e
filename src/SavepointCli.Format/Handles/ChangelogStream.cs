namespace SavepointCli.Format.Handles;

/// <summary>One file of changes.</summary>
/// <param name="Offset">Where the changes begin in it.</param>
/// <param name="Stream">The file; null only where the snapshot says so.</param>
public sealed record ChangelogStream(long Offset, StreamHandle? Stream);
