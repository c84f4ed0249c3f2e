namespace SavepointCli.Streaming.Operators;

/// <summary>Stamps the records of one subtask and emits the watermarks that follow from them, at fixed intervals.</summary>
internal sealed class WatermarkGenerator<T>(WatermarkStrategy<T> strategy, IOperatorContext context, IOutput<T> output)
{
    private readonly long _outOfOrderness = (long)(strategy.OutOfOrderness ?? TimeSpan.Zero).TotalMilliseconds;
    private long? _maxTimestamp;
    private long _lastRecordAt;
    private bool _isIdle;
    private Watermark _emitted = Watermark.None;
    private IDisposable? _timer;

    public void Open()
    {
        _lastRecordAt = context.ProcessingTimeService.CurrentProcessingTime;
        if (strategy.OutOfOrderness is not null && context.AutoWatermarkInterval > TimeSpan.Zero)
            Schedule(_lastRecordAt);
    }

    public void Close() => _timer?.Dispose();

    /// <summary>Stamps and emits a record.</summary>
    public void Emit(T value, long? timestamp)
    {
        if (strategy.TimestampAssigner is { } assign)
            timestamp = assign(value, timestamp);
        output.Collect(new StreamRecord<T>(value, timestamp));
        if (strategy.OutOfOrderness is null)
            return;
        if (timestamp is { } known && !(known <= _maxTimestamp))
            _maxTimestamp = known;
        if (strategy.IdleTimeout is null)
            return;
        _lastRecordAt = context.ProcessingTimeService.CurrentProcessingTime;
        if (_isIdle)
        {
            _isIdle = false;
            output.EmitWatermarkStatus(WatermarkStatus.Active);
        }
    }

    /// <summary>Emits a watermark that is not of this generator's making, unless an equal or later one was emitted.</summary>
    public void Emit(Watermark watermark)
    {
        if (watermark.Timestamp <= _emitted.Timestamp)
            return;
        _emitted = watermark;
        output.EmitWatermark(watermark);
    }

    private void OnInterval(long now)
    {
        if (_maxTimestamp is { } max && max >= long.MinValue + _outOfOrderness + 1)
            Emit(new Watermark(max - _outOfOrderness - 1));
        if (!_isIdle && strategy.IdleTimeout is { } timeout && now - _lastRecordAt >= timeout.TotalMilliseconds)
        {
            _isIdle = true;
            output.EmitWatermarkStatus(WatermarkStatus.Idle);
        }
        Schedule(now);
    }

    private void Schedule(long now) =>
        _timer = context.ProcessingTimeService.RegisterTimer(now + (long)context.AutoWatermarkInterval.TotalMilliseconds, OnInterval);
}
