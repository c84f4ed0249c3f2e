using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Graph;
using SavepointCli.Streaming.State;

namespace SavepointCli.Streaming.Operators;

/// <summary>Runs a <see cref="SinkFunction{T}"/>; it has no output. Mirrors <c>StreamSink</c>.</summary>
internal sealed class SinkOperator<T>(SinkFunction<T> function, KeyPartitioning<T>? key)
    : FunctionOperator<SinkFunction<T>>(function), IOneInputOperator<T>
{
    private KeyContext<T>? _keyContext;

    public override void InitializeState(IStateInitializationContext context)
    {
        _keyContext = key?.Bind(Context);
        base.InitializeState(context);
    }

    public void ProcessElement(StreamRecord<T> record)
    {
        _keyContext?.SetCurrentKey(record.Value);
        Function.Invoke(record.Value, record.Timestamp);
    }

    public void ProcessWatermark(Watermark watermark) => Context.AdvanceWatermark(watermark);

    public void ProcessWatermarkStatus(WatermarkStatus status)
    {
    }

    public override void Finish() => Function.Finish();
}
