using System.Collections.Immutable;
using SavepointCli.Format.Ids;

namespace SavepointCli.Format.Handles;

/// <summary>Tags 3, 7 and 12: one stream that holds all key groups, with a position for each.</summary>
/// <param name="Format">The tag.</param>
/// <param name="KeyGroups">The key groups that the handle covers.</param>
/// <param name="Offsets">Position in the stream per key group, ascending key group; canonical streams use 0 for "empty".</param>
/// <param name="Stream">The stream; null only where the file says so.</param>
/// <param name="StateHandleId">Random UUID text of tag 12, else null.</param>
public sealed record KeyGroupsHandle(
    KeyGroupsFormat Format, KeyGroupRange KeyGroups, ImmutableArray<long> Offsets, StreamHandle? Stream, string? StateHandleId = null)
    : KeyedStateHandle(KeyGroups)
{
    /// <inheritdoc/>
    public override byte Tag => (byte)Format;

    /// <summary>Position of a key group that the handle covers.</summary>
    public long OffsetOf(int keyGroup) => Offsets[keyGroup - KeyGroups.Start];
}
