using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>Cuts the keyed state of the old subtasks to the key groups of the new ones, as <c>StateAssignmentOperation</c> does.</summary>
internal static class KeyedStateRedistribution
{
    /// <summary>The handles that hold key groups of <paramref name="range"/>, cut to them where their form allows it.</summary>
    public static IReadOnlyList<KeyedStateHandle> Intersect(IEnumerable<KeyedStateHandle?> old, KeyGroupRange range) =>
        [.. old.OfType<KeyedStateHandle>().Select(handle => Cut(handle, range)).OfType<KeyedStateHandle>()];

    private static KeyedStateHandle? Cut(KeyedStateHandle handle, KeyGroupRange range)
    {
        var common = handle.KeyGroups.Intersect(range);
        return common.Count == 0
            ? null
            : handle is not KeyGroupsHandle keyGroups || common == handle.KeyGroups
                ? handle
                : keyGroups with
                {
                    KeyGroups = common,
                    Offsets = keyGroups.Offsets.Slice(common.Start - keyGroups.KeyGroups.Start, common.Count),
                };
    }
}
