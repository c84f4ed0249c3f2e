namespace SavepointCli.Streaming.Operators;

/// <summary>An operator without input.</summary>
public interface IStreamSource
{
    /// <summary>
    /// Emits <see cref="Watermark.Max"/>. The engine calls it when the source has ended or is drained, not when it is stopped
    /// without drain.
    /// </summary>
    void EmitMaxWatermark();
}
