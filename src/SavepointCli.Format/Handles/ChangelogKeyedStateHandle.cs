using System.Collections.Immutable;
using SavepointCli.Format.Ids;

namespace SavepointCli.Format.Handles;

/// <summary>Tags 8 and 14, <c>ChangelogStateBackendHandle</c>: a snapshot of the backend below, and the changes since.</summary>
/// <param name="KeyGroups">The key groups that the handle covers.</param>
/// <param name="CheckpointedSize">Bytes that this checkpoint wrote anew, -1 if unknown; statistics only.</param>
/// <param name="Materialized">Snapshots of the backend below.</param>
/// <param name="NonMaterialized">Changes to be played on top, oldest first.</param>
/// <param name="MaterializationId">Number of the snapshot below.</param>
/// <param name="CheckpointId">The checkpoint that the handle was made for; null for tag 8 (Flink 1.15), which has none.</param>
/// <param name="StateHandleId">Random UUID text.</param>
public sealed record ChangelogKeyedStateHandle(
    KeyGroupRange KeyGroups,
    long CheckpointedSize,
    ImmutableArray<KeyedStateHandle> Materialized,
    ImmutableArray<KeyedStateHandle> NonMaterialized,
    long MaterializationId,
    long? CheckpointId,
    string StateHandleId)
    : KeyedStateHandle(KeyGroups)
{
    internal const byte TagV1 = 8;
    internal const byte TagV2 = 14;

    /// <inheritdoc/>
    public override byte Tag => CheckpointId is null ? TagV1 : TagV2;
}
