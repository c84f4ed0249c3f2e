using System.Collections.Immutable;
using SavepointCli.Format.Ids;

namespace SavepointCli.Format.Handles;

/// <summary>Tags 10 and 13, <c>ChangelogStateHandleStreamImpl</c>: changes of state in files.</summary>
/// <param name="KeyGroups">The key groups that the handle covers.</param>
/// <param name="Streams">The files, oldest first.</param>
/// <param name="StateSize">Bytes of the changes.</param>
/// <param name="CheckpointedSize">Bytes that this checkpoint wrote anew; statistics only.</param>
/// <param name="StateHandleId">Random UUID text.</param>
/// <param name="StorageIdentifier">Kind of the store; null for tag 10 (Flink 1.15), where it is always <c>filesystem</c>.</param>
public sealed record ChangelogFilesHandle(
    KeyGroupRange KeyGroups,
    ImmutableArray<ChangelogStream> Streams,
    long StateSize,
    long CheckpointedSize,
    string StateHandleId,
    string? StorageIdentifier)
    : KeyedStateHandle(KeyGroups)
{
    internal const byte TagV1 = 10;
    internal const byte TagV2 = 13;

    /// <inheritdoc/>
    public override byte Tag => StorageIdentifier is null ? TagV1 : TagV2;
}
