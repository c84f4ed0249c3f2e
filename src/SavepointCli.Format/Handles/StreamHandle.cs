namespace SavepointCli.Format.Handles;

/// <summary>
/// A reference to a run of bytes: inline in <c>_metadata</c> or in a file. Mirrors <c>StreamStateHandle</c>; the tags are those of
/// <c>docs/format/metadata.md</c>. A plain record: opening and deleting are done by services that take a handle.
/// </summary>
public abstract record StreamHandle
{
    /// <summary>The number that says on disk which kind of handle follows; 0 stands for "no handle".</summary>
    public abstract byte Tag { get; }

    /// <summary>Bytes of the stream, or -1 if the file system could not tell when it was written.</summary>
    public abstract long Size { get; }
}
