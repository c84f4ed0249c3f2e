namespace SavepointCli.Format.Handles;

/// <summary>Tag 6, <c>RelativeFileStateHandle</c>: a file beside <c>_metadata</c>, so that the directory can be moved.</summary>
/// <param name="RelativePath">File name below the directory of <c>_metadata</c>.</param>
/// <param name="StateSize">Bytes, or -1 if unknown.</param>
public sealed record RelativeFileStreamHandle(string RelativePath, long StateSize) : StreamHandle
{
    /// <inheritdoc/>
    public override byte Tag => 6;

    /// <inheritdoc/>
    public override long Size => StateSize;
}
