namespace SavepointCli.Format.Handles;

/// <summary>Tag 3 in the place of a stream (1.13+): key groups used as the stream of another handle.</summary>
/// <param name="KeyGroups">The key groups; their stream is the stream.</param>
public sealed record KeyGroupsStreamHandle(KeyGroupsHandle KeyGroups) : StreamHandle
{
    /// <inheritdoc/>
    public override byte Tag => 3;

    /// <inheritdoc/>
    public override long Size => KeyGroups.Stream?.Size ?? 0;
}
