using SavepointCli.Streaming.Operators;

namespace SavepointCli.Engine.Tasks.Outputs;

/// <summary>
/// Makes a source that runs in a thread of its own wait while the channels are full. As in Flink it holds the checkpoint lock meanwhile,
/// so that a record and the state that goes with it stay one step.
/// </summary>
/// <param name="output">Where the records go.</param>
/// <param name="channels">The outputs of the chain over channels.</param>
/// <param name="mailbox">Signalled when there is room again, and when the task is cancelled.</param>
/// <param name="cancellation">Ends the wait.</param>
internal sealed class WaitingOutput<T>(IOutput<T> output, INetworkOutput[] channels, Mailbox mailbox, CancellationToken cancellation)
    : IOutput<T>
{
    /// <inheritdoc/>
    public void Collect(StreamRecord<T> record)
    {
        while (!HasCapacity())
        {
            cancellation.ThrowIfCancellationRequested();
            mailbox.Wait(() => cancellation.IsCancellationRequested || HasCapacity());
        }

        output.Collect(record);
    }

    /// <inheritdoc/>
    public void EmitWatermark(Watermark watermark) => output.EmitWatermark(watermark);

    /// <inheritdoc/>
    public void EmitWatermarkStatus(WatermarkStatus status) => output.EmitWatermarkStatus(status);

    private bool HasCapacity() => Array.TrueForAll(channels, channel => channel.HasCapacity());
}
