namespace SavepointCli.Format.Handles;

/// <summary>One file of an incremental handle. Mirrors <c>HandleAndLocalPath</c>.</summary>
/// <param name="LocalPath">Plain file name in the database directory, e.g. <c>000034.sst</c> or <c>CURRENT</c>.</param>
/// <param name="Stream">The bytes of the file; null only where the snapshot says so.</param>
public sealed record IncrementalFile(string LocalPath, StreamHandle? Stream);
