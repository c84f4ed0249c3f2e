using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.State;

namespace SavepointCli.Examples.Golden;

/// <summary>Remembers the largest number of each key.</summary>
public sealed class Latest<TKey> : KeyedProcessFunction<TKey, Event, long>
{
    private ValueState<long>? _latest;

    public override void Open() => _latest = RuntimeContext.GetState(new ValueStateDescriptor<long>("latest"));

    public override void ProcessElement(Event value, IContext context, ICollector<long> output)
    {
        var latest = Math.Max(value.N, _latest!.Value);
        _latest.Update(latest);
        output.Collect(latest);
    }
}
