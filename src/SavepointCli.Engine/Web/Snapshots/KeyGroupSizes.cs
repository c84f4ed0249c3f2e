using SavepointCli.Format.Handles;
using SavepointCli.Format.Metadata;

namespace SavepointCli.Engine.Web.Snapshots;

/// <summary>How the bytes of an operator's keyed state spread over its key groups, from the positions in the metadata alone.</summary>
internal static class KeyGroupSizes
{
    /// <summary>Bytes per key group; null if the operator has no keyed state, or in a form whose metadata do not tell key groups apart.</summary>
    public static long[]? Of(OperatorState state)
    {
        var handles = state.Subtasks.Select(subtask => subtask.ManagedKeyedState).OfType<KeyedStateHandle>().ToList();
        if (handles.Count == 0 || handles.Exists(handle => handle is not KeyGroupsHandle))
        {
            return null;
        }

        var sizes = new long[state.MaxParallelism];
        foreach (var handle in handles.Cast<KeyGroupsHandle>())
        {
            Add(handle, sizes);
        }

        return sizes;
    }

    /// <summary>A key group ends where the next one begins; position 0, where the header stands, means that it is empty.</summary>
    private static void Add(KeyGroupsHandle handle, long[] sizes)
    {
        var end = handle.Stream?.Size ?? 0;
        var filled = Enumerable.Range(0, handle.Offsets.Length)
            .Where(index => handle.Offsets[index] > 0 && handle.KeyGroups.Start + index < sizes.Length)
            .OrderByDescending(index => handle.Offsets[index])
            .ThenByDescending(index => index);
        foreach (var index in filled)
        {
            sizes[handle.KeyGroups.Start + index] += Math.Max(end - handle.Offsets[index], 0);
            end = Math.Min(end, handle.Offsets[index]);
        }
    }
}
