namespace SavepointCli.Streaming.Operators;

/// <summary>
/// Where an operator emits to: the next operators of its chain or the channels. Mirrors <c>Output</c>; implemented by the engine.
/// </summary>
public interface IOutput<T> : IWatermarkOutput
{
    /// <summary>Emits a record.</summary>
    void Collect(StreamRecord<T> record);
}
