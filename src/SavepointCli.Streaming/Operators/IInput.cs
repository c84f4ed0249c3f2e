namespace SavepointCli.Streaming.Operators;

/// <summary>One input of an operator. Mirrors <c>Input</c>.</summary>
public interface IInput<T>
{
    /// <summary>Processes a record; on a keyed input its key becomes the current one.</summary>
    void ProcessElement(StreamRecord<T> record);

    /// <summary>Processes a watermark: the minimum over the channels of this input, growing.</summary>
    void ProcessWatermark(Watermark watermark);

    /// <summary>This input as a whole became idle or active again.</summary>
    void ProcessWatermarkStatus(WatermarkStatus status);
}
