namespace SavepointCli.Format.Handles;

/// <summary>Tag 16, <c>EmptySegmentFileStateHandle</c> (1.20+): no bytes at all.</summary>
public sealed record EmptySegmentStreamHandle : StreamHandle
{
    /// <inheritdoc/>
    public override byte Tag => 16;

    /// <inheritdoc/>
    public override long Size => 0;
}
