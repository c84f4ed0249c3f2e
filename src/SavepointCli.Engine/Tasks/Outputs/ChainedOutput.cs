using SavepointCli.Streaming.Operators;

namespace SavepointCli.Engine.Tasks.Outputs;

/// <summary>Hands records to the next operator of the chain by a call.</summary>
/// <param name="next">Its input.</param>
/// <param name="copy">Makes a record of its own for it; null if records of this type cannot change.</param>
internal sealed class ChainedOutput<T>(IInput<T> next, Func<T, T>? copy) : IOutput<T>
{
    /// <inheritdoc/>
    public void Collect(StreamRecord<T> record) =>
        next.ProcessElement(copy is null ? record : record with { Value = copy(record.Value) });

    /// <inheritdoc/>
    public void EmitWatermark(Watermark watermark) => next.ProcessWatermark(watermark);

    /// <inheritdoc/>
    public void EmitWatermarkStatus(WatermarkStatus status) => next.ProcessWatermarkStatus(status);
}
