using SavepointCli.Engine.Checkpoints;

namespace SavepointCli.Engine.Tasks.Outputs;

/// <summary>An output over channels, as far as the type of the records does not matter.</summary>
internal interface INetworkOutput
{
    /// <summary>Whether the task may take up new input.</summary>
    bool HasCapacity();

    /// <summary>Sends a barrier on all channels, behind everything emitted so far.</summary>
    void SendBarrier(CheckpointBarrier barrier);

    /// <summary>Tells all consumers that the checkpoint was given up.</summary>
    void SendCancelMarker(long checkpointId);

    /// <summary>Says that event time is over.</summary>
    void SendMaxWatermark();

    /// <summary>Says that no records follow.</summary>
    /// <param name="drain">Whether everything in flight was flushed.</param>
    void SendEndOfData(bool drain);

    /// <summary>Says that nothing follows.</summary>
    void SendEndOfPartition();

    /// <summary>Whether the consumers have read everything.</summary>
    bool IsConsumed { get; }
}
