using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Metadata;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>Deals the state of one operator of a snapshot out to the subtasks of the operator that takes it over.</summary>
internal static class SubtaskStateAssigner
{
    /// <summary>The share of each new subtask, by index.</summary>
    /// <param name="state">The operator in the snapshot.</param>
    /// <param name="keyGroups">Key-group range of each new subtask.</param>
    public static SubtaskStateAssignment[] Assign(OperatorState state, IReadOnlyList<KeyGroupRange> keyGroups)
    {
        var bySubtask = new SubtaskState?[state.Parallelism];
        foreach (var subtask in state.Subtasks)
        {
            bySubtask[subtask.Index] = subtask;
        }

        var managed = OperatorStateRedistribution.Redistribute([.. bySubtask.Select(old => old?.ManagedOperatorState)], keyGroups.Count);
        var raw = OperatorStateRedistribution.Redistribute([.. bySubtask.Select(old => old?.RawOperatorState)], keyGroups.Count);
        return [.. keyGroups.Select((range, index) => new SubtaskStateAssignment
        {
            ManagedOperatorState = managed[index],
            RawOperatorState = raw[index],
            ManagedKeyedState = Keyed(bySubtask, index, range, keyGroups.Count, old => old.ManagedKeyedState),
            RawKeyedState = Keyed(bySubtask, index, range, keyGroups.Count, old => old.RawKeyedState),
        })];
    }

    private static IReadOnlyList<KeyedStateHandle> Keyed(
        SubtaskState?[] bySubtask, int index, KeyGroupRange range, int parallelism, Func<SubtaskState, KeyedStateHandle?> slot)
    {
        // The same number of subtasks has the same ranges; the handle goes over as it is.
        IEnumerable<SubtaskState?> candidates = bySubtask.Length == parallelism ? [bySubtask[index]] : bySubtask;
        return KeyedStateRedistribution.Overlapping(candidates.Select(old => old is null ? null : slot(old)), range);
    }
}
