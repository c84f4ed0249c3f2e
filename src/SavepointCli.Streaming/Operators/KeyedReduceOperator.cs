using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Graph;
using SavepointCli.Streaming.State;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming.Operators;

/// <summary>Emits the reduced value after every element; it is kept in <c>_op_state</c>. Mirrors <c>StreamGroupedReduceOperator</c>.</summary>
internal sealed class KeyedReduceOperator<T>(ReduceFunction<T> function, KeyPartitioning<T> key, TypeInformation<T> type)
    : OneInputOperator<ReduceFunction<T>, T, T>(function, key)
{
    private const string StateName = "_op_state";

    private ValueState<T>? _reduced;

    public override void InitializeState(IStateInitializationContext context)
    {
        base.InitializeState(context);
        _reduced = context.KeyedStateStore!.GetState(new ValueStateDescriptor<T>(StateName, type));
    }

    protected override void Process(StreamRecord<T> record)
    {
        var reduced = _reduced!.TryGetValue(out var current) ? Function.Reduce(current, record.Value) : record.Value;
        _reduced.Update(reduced);
        MainOutput.Collect(record with { Value = reduced });
    }
}
