using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Graph;

namespace SavepointCli.Streaming.Operators;

internal sealed class FilterOperator<T>(FilterFunction<T> function, KeyPartitioning<T>? key)
    : OneInputOperator<FilterFunction<T>, T, T>(function, key)
{
    protected override void Process(StreamRecord<T> record)
    {
        if (Function.Filter(record.Value))
            MainOutput.Collect(record);
    }
}
