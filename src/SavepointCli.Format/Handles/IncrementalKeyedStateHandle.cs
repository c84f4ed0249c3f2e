using System.Collections.Immutable;
using SavepointCli.Format.Ids;

namespace SavepointCli.Format.Handles;

/// <summary>
/// Tags 5 and 11, <c>IncrementalRemoteKeyedStateHandle</c>: the files of an embedded database. Since 1.16 full checkpoints and native
/// savepoints of RocksDB have this form, too, with all their files private.
/// </summary>
/// <param name="KeyGroups">The key groups that the handle covers.</param>
/// <param name="CheckpointId">The checkpoint that the handle was made for.</param>
/// <param name="BackendId">UUID text of the database instance; very old files hold other text.</param>
/// <param name="CheckpointedSize">Bytes that this checkpoint wrote anew, -1 if unknown; statistics only. Not stored by tag 5.</param>
/// <param name="MetaHandle">The stream that describes the states; no state data follows in it.</param>
/// <param name="SharedFiles">Files that other checkpoints of the job may use.</param>
/// <param name="PrivateFiles">Files of this snapshot alone.</param>
/// <param name="StateHandleId">Random UUID text; null for tag 5 (Flink up to 1.14).</param>
public sealed record IncrementalKeyedStateHandle(
    KeyGroupRange KeyGroups,
    long CheckpointId,
    string BackendId,
    long CheckpointedSize,
    StreamHandle? MetaHandle,
    ImmutableArray<IncrementalFile> SharedFiles,
    ImmutableArray<IncrementalFile> PrivateFiles,
    string? StateHandleId)
    : KeyedStateHandle(KeyGroups)
{
    internal const byte TagV1 = 5;
    internal const byte TagV2 = 11;

    /// <inheritdoc/>
    public override byte Tag => StateHandleId is null ? TagV1 : TagV2;
}
