using System.Collections.Immutable;
using SavepointCli.Format.Ids;

namespace SavepointCli.Format.Handles;

/// <summary>Tag 9, <c>InMemoryChangelogStateHandle</c>: changes of state, inline.</summary>
/// <param name="KeyGroups">The key groups that the handle covers.</param>
/// <param name="From">Sequence number of the first change.</param>
/// <param name="To">Sequence number behind the last change.</param>
/// <param name="Changes">The changes, oldest first.</param>
/// <param name="StateHandleId">Random UUID text.</param>
public sealed record InMemoryChangelogHandle(
    KeyGroupRange KeyGroups, long From, long To, ImmutableArray<StateChange> Changes, string StateHandleId)
    : KeyedStateHandle(KeyGroups)
{
    internal const byte OnlyTag = 9;

    /// <inheritdoc/>
    public override byte Tag => OnlyTag;
}
