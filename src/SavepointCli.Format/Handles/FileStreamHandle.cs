namespace SavepointCli.Format.Handles;

/// <summary>Tag 2, <c>FileStateHandle</c>: a file at an absolute place.</summary>
/// <param name="Path">Flink's URI text, e.g. <c>file:/dir/f</c>.</param>
/// <param name="StateSize">Bytes, or -1 if unknown.</param>
public sealed record FileStreamHandle(string Path, long StateSize) : StreamHandle
{
    /// <inheritdoc/>
    public override byte Tag => 2;

    /// <inheritdoc/>
    public override long Size => StateSize;
}
