namespace SavepointCli.Streaming.Operators;

/// <summary>An output as far as the type of its records does not matter.</summary>
public interface IWatermarkOutput
{
    /// <summary>Emits a watermark.</summary>
    void EmitWatermark(Watermark watermark);

    /// <summary>Says that this subtask takes part in the watermark, or no longer.</summary>
    void EmitWatermarkStatus(WatermarkStatus status);
}
