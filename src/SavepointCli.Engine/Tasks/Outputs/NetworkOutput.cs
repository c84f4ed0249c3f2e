using SavepointCli.Engine.Checkpoints;
using SavepointCli.Engine.Tasks.Channels;
using SavepointCli.Streaming.Operators;

namespace SavepointCli.Engine.Tasks.Outputs;

/// <summary>Emits records over the channels to the subtasks of one consuming vertex.</summary>
/// <param name="channels">One channel per consuming subtask that this subtask reaches.</param>
/// <param name="selector">Which channel a record takes; null for all of them.</param>
/// <param name="copy">Makes a record of its own for the consumer; null if records of this type cannot change.</param>
internal sealed class NetworkOutput<T>(InputChannel<T>[] channels, IChannelSelector<T>? selector, Func<T, T>? copy)
    : IOutput<T>, INetworkOutput
{
    /// <summary>Counts the records.</summary>
    public required TaskIo Io { get; init; }

    /// <inheritdoc/>
    public bool IsConsumed => Array.TrueForAll(channels, channel => channel.IsEnded);

    /// <inheritdoc/>
    public void Collect(StreamRecord<T> record)
    {
        Io.CountOut();
        if (selector is not null)
        {
            channels[selector.Select(record.Value)].Write(Copy(record));
            return;
        }

        foreach (var channel in channels)
        {
            channel.Write(Copy(record));
        }
    }

    /// <inheritdoc/>
    public void EmitWatermark(Watermark watermark) => SendAll(ElementKind.Watermark, watermark.Timestamp);

    /// <inheritdoc/>
    public void EmitWatermarkStatus(WatermarkStatus status) =>
        SendAll(ElementKind.WatermarkStatus, status == WatermarkStatus.Idle ? 1 : 0);

    /// <inheritdoc/>
    public bool HasCapacity()
    {
        foreach (var channel in channels)
        {
            if (!channel.HasCapacity())
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public void SendBarrier(CheckpointBarrier barrier)
    {
        foreach (var channel in channels)
        {
            channel.Write(ElementKind.Barrier, barrier.Id, barrier);
        }
    }

    /// <inheritdoc/>
    public void SendCancelMarker(long checkpointId) => SendAll(ElementKind.CancelMarker, checkpointId);

    /// <inheritdoc/>
    public void SendMaxWatermark() => EmitWatermark(Watermark.Max);

    /// <inheritdoc/>
    public void SendEndOfData(bool drain) => SendAll(ElementKind.EndOfData, drain ? 1 : 0);

    /// <inheritdoc/>
    public void SendEndOfPartition() => SendAll(ElementKind.EndOfPartition, 0);

    private void SendAll(ElementKind kind, long number)
    {
        foreach (var channel in channels)
        {
            channel.Write(kind, number);
        }
    }

    private StreamRecord<T> Copy(StreamRecord<T> record) => copy is null ? record : record with { Value = copy(record.Value) };
}
