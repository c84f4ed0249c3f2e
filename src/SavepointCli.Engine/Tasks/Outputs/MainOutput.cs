using SavepointCli.Streaming.Operators;

namespace SavepointCli.Engine.Tasks.Outputs;

/// <summary>The main output of an operator that has side outputs: time passes on all of them.</summary>
internal sealed class MainOutput<T>(IOutput<T> main, IWatermarkOutput[] sides) : IOutput<T>
{
    /// <inheritdoc/>
    public void Collect(StreamRecord<T> record) => main.Collect(record);

    /// <inheritdoc/>
    public void EmitWatermark(Watermark watermark)
    {
        main.EmitWatermark(watermark);
        foreach (var side in sides)
        {
            side.EmitWatermark(watermark);
        }
    }

    /// <inheritdoc/>
    public void EmitWatermarkStatus(WatermarkStatus status)
    {
        main.EmitWatermarkStatus(status);
        foreach (var side in sides)
        {
            side.EmitWatermarkStatus(status);
        }
    }
}
