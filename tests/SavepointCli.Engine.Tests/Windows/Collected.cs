using SavepointCli.Streaming.Operators;

namespace SavepointCli.Engine.Tests.Windows;

/// <summary>Keeps what an operator emits.</summary>
internal sealed class Collected<T> : IOutput<T>
{
    public List<StreamRecord<T>> Records { get; } = [];

    public List<Watermark> Watermarks { get; } = [];

    public void Collect(StreamRecord<T> record) => Records.Add(record);

    public void EmitWatermark(Watermark watermark) => Watermarks.Add(watermark);

    public void EmitWatermarkStatus(WatermarkStatus status)
    {
    }
}
