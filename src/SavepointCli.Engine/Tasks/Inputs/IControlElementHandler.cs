using SavepointCli.Engine.Checkpoints;
using SavepointCli.Engine.Tasks.Channels;

namespace SavepointCli.Engine.Tasks.Inputs;

/// <summary>Takes the elements that concern the task as a whole.</summary>
internal interface IControlElementHandler
{
    /// <summary>A barrier on a channel.</summary>
    void OnBarrier(InputChannel channel, CheckpointBarrier barrier);

    /// <summary>The producer gave a checkpoint up.</summary>
    void OnCancelMarker(long checkpointId);

    /// <summary>No records follow on a channel.</summary>
    void OnEndOfData(InputChannel channel, bool drain);

    /// <summary>Nothing follows on a channel.</summary>
    void OnEndOfPartition(InputChannel channel);
}
