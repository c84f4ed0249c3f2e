using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Graph;
using SavepointCli.Streaming.State;

namespace SavepointCli.Streaming.Operators;

/// <summary>An operator with two inputs that may be keyed, and a collector that gives the timestamp of the element.</summary>
internal abstract class KeyedTwoInputOperator<TFunction, TFirst, TSecond, TOut>(
    TFunction function, KeyPartitioning<TFirst>? firstKey, KeyPartitioning<TSecond>? secondKey)
    : TwoInputOperator<TFunction, TFirst, TSecond, TOut>(function)
    where TFunction : RichFunction
{
    private KeyContext<TFirst>? _firstContext;
    private KeyContext<TSecond>? _secondContext;

    protected TimestampedCollector<TOut> Collector => field ??= new TimestampedCollector<TOut>(MainOutput);

    public override void InitializeState(IStateInitializationContext context)
    {
        _firstContext = firstKey?.Bind(Context);
        _secondContext = secondKey?.Bind(Context);
        base.InitializeState(context);
    }

    protected sealed override void ProcessFirst(StreamRecord<TFirst> record)
    {
        _firstContext?.SetCurrentKey(record.Value);
        Collector.Timestamp = record.Timestamp;
        First(record);
    }

    protected sealed override void ProcessSecond(StreamRecord<TSecond> record)
    {
        _secondContext?.SetCurrentKey(record.Value);
        Collector.Timestamp = record.Timestamp;
        Second(record);
    }

    protected abstract void First(StreamRecord<TFirst> record);

    protected abstract void Second(StreamRecord<TSecond> record);
}
