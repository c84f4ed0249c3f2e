namespace SavepointCli.Engine.State.Snapshots;

/// <summary>Where the streams of one snapshot go.</summary>
/// <param name="Directory">The snapshot's own directory (it exists already), a path of the storage.</param>
/// <param name="InlineThreshold">Streams of at most this many bytes travel inside <c>_metadata</c>.</param>
/// <param name="RelativeReferences">Whether files are referred to by name only, so that the directory can be moved.</param>
public sealed record SnapshotLocation(
    string Directory, int InlineThreshold = SnapshotLocation.DefaultInlineThreshold, bool RelativeReferences = true)
{
    /// <summary>Default of <c>execution.checkpointing.data-inline-threshold</c>: 20 KiB.</summary>
    public const int DefaultInlineThreshold = 20 * 1024;

    /// <summary>
    /// Directory for files that later checkpoints may use as well, which are referred to by their full path; null where there is none:
    /// all files of a savepoint lie in its own directory.
    /// </summary>
    public string? SharedDirectory { get; init; }
}
