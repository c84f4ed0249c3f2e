using SavepointCli.Engine.Jobs;
using SavepointCli.Format.Metadata;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>State that this engine does not restore and must not drop.</summary>
internal static class UnsupportedState
{
    /// <summary>Refuses records in flight, which unaligned checkpoints hold.</summary>
    /// <exception cref="JobOperationException">There are some; all operators are named.</exception>
    public static void RefuseChannels(SnapshotMetadata metadata, string path)
    {
        var withChannels = metadata.Operators
            .Where(state => state.Subtasks.Any(subtask => !subtask.InputChannelStates.IsEmpty || !subtask.ResultSubpartitionStates.IsEmpty))
            .Select(state => state.Id)
            .ToList();
        if (withChannels.Count > 0)
        {
            throw new JobOperationException(
                ExitCode.Unsupported, "java.lang.UnsupportedOperationException",
                $"RST-CHANNEL: {path} holds records in flight of the operators {string.Join(", ", withChannels)}: it is an unaligned checkpoint",
                "take a savepoint, or an aligned checkpoint, and restore that");
        }
    }
}
