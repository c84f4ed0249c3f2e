using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>Finds the keyed state of the old subtasks that the new ones need, as <c>StateAssignmentOperation</c> does.</summary>
internal static class KeyedStateRedistribution
{
    /// <summary>
    /// The handles that hold key groups of <paramref name="range"/>, whole: where a key group ends, only the offset of the next one says, so
    /// the backend needs all of them to read its own.
    /// </summary>
    public static IReadOnlyList<KeyedStateHandle> Overlapping(IEnumerable<KeyedStateHandle?> old, KeyGroupRange range) =>
        [.. old.OfType<KeyedStateHandle>().Where(handle => handle.KeyGroups.Intersect(range).Count > 0)];
}
