namespace SavepointCli.Streaming.Operators;

/// <summary>Stamps records and makes watermarks of its own in place of those that come in. Mirrors the operator of that name.</summary>
internal sealed class TimestampsAndWatermarksOperator<T>(WatermarkStrategy<T> strategy) : StreamOperator, IOneInputOperator<T>
{
    private WatermarkGenerator<T>? _generator;

    public override void Open()
    {
        _generator = new WatermarkGenerator<T>(strategy, Context, Context.GetOutput<T>());
        _generator.Open();
    }

    public void ProcessElement(StreamRecord<T> record) => _generator!.Emit(record.Value, record.Timestamp);

    public void ProcessWatermark(Watermark watermark)
    {
        // Only the end of time says something that the generator cannot know.
        if (watermark == Watermark.Max)
            _generator!.Emit(watermark);
    }

    public void ProcessWatermarkStatus(WatermarkStatus status)
    {
    }

    public override void Close() => _generator?.Close();
}
