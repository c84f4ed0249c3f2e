namespace SavepointCli.Streaming.Operators;

/// <summary>
/// Where an operator emits to: the next operators of its chain or the channels. Mirrors <c>Output</c>; implemented by the engine.
/// </summary>
public interface IOutput<T>
{
    /// <summary>Emits a record.</summary>
    void Collect(StreamRecord<T> record);

    /// <summary>Emits a watermark.</summary>
    void EmitWatermark(Watermark watermark);

    /// <summary>Says that this subtask takes part in the watermark, or no longer.</summary>
    void EmitWatermarkStatus(WatermarkStatus status);
}
