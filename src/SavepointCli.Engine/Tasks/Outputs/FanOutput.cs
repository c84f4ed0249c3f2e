using SavepointCli.Streaming.Operators;

namespace SavepointCli.Engine.Tasks.Outputs;

/// <summary>Emits to several outputs, or to none where nobody reads the operator.</summary>
internal sealed class FanOutput<T>(IOutput<T>[] outputs) : IOutput<T>
{
    /// <inheritdoc/>
    public void Collect(StreamRecord<T> record)
    {
        foreach (var output in outputs)
        {
            output.Collect(record);
        }
    }

    /// <inheritdoc/>
    public void EmitWatermark(Watermark watermark)
    {
        foreach (var output in outputs)
        {
            output.EmitWatermark(watermark);
        }
    }

    /// <inheritdoc/>
    public void EmitWatermarkStatus(WatermarkStatus status)
    {
        foreach (var output in outputs)
        {
            output.EmitWatermarkStatus(status);
        }
    }
}
