namespace SavepointCli.Format.Handles;

/// <summary>Tag 15, <c>SegmentFileStateHandle</c> (1.20+): a run of bytes of a file that several states share.</summary>
/// <param name="StartPosition">Position of the first byte in the file.</param>
/// <param name="StateSize">Bytes of the run.</param>
/// <param name="Scope">0 exclusive, 1 shared.</param>
/// <param name="Path">Flink's URI text of the file.</param>
/// <param name="LogicalFileId">Random UUID text.</param>
public sealed record SegmentStreamHandle(long StartPosition, long StateSize, int Scope, string Path, string LogicalFileId) : StreamHandle
{
    /// <inheritdoc/>
    public override byte Tag => 15;

    /// <inheritdoc/>
    public override long Size => StateSize;
}
