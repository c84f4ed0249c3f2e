using SavepointCli.Streaming.Functions;

namespace SavepointCli.Streaming.Operators;

/// <summary>Runs a <see cref="SourceFunction{T}"/>. Mirrors <c>StreamSource</c>.</summary>
internal sealed class LegacySourceOperator<T>(SourceFunction<T> function)
    : FunctionOperator<SourceFunction<T>>(function), ILegacySourceOperator
{
    private IOutput<T> Output => field ??= Context.GetOutput<T>();

    public void Run(object checkpointLock) => Function.Run(new SourceContext(Output, checkpointLock));

    public void Cancel() => Function.Cancel();

    public void EmitMaxWatermark() => Output.EmitWatermark(Watermark.Max);

    private sealed class SourceContext(IOutput<T> output, object checkpointLock) : ISourceContext<T>
    {
        public object CheckpointLock => checkpointLock;

        public void Collect(T record) => Emit(new StreamRecord<T>(record));

        public void CollectWithTimestamp(T record, long timestamp) => Emit(new StreamRecord<T>(record, timestamp));

        public void EmitWatermark(long timestamp)
        {
            lock (checkpointLock)
                output.EmitWatermark(new Watermark(timestamp));
        }

        private void Emit(StreamRecord<T> record)
        {
            lock (checkpointLock)
                output.Collect(record);
        }
    }
}
