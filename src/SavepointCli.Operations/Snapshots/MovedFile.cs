namespace SavepointCli.Operations.Snapshots;

/// <summary>A file that does not lie where the snapshot says, but at the same place relative to the metadata.</summary>
/// <param name="Stated">The path in the snapshot.</param>
/// <param name="Found">The file that was taken for it.</param>
public sealed record MovedFile(string Stated, string Found);
