using SavepointCli.Streaming;
using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Sources;
using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.Tests.Support;

/// <summary>Counts numbers by their remainder. A run without failure counts every number once, whatever happens in between.</summary>
internal sealed class CountingJob(Counts counts, long numbers, double rate = 20_000, long keys = 10)
{
    public IReadOnlyDictionary<long, long> Expected =>
        Enumerable.Range(0, (int)keys).ToDictionary(key => (long)key, key => numbers / keys + (key < numbers % keys ? 1 : 0));

    public void Describe(StreamExecutionEnvironment environment) =>
        environment.FromSource(
                new DataGeneratorSource<long>(number => number, numbers, rate), WatermarkStrategy.NoWatermarks<long>(), "numbers")
            .Uid("numbers")
            .KeyBy(number => number % keys)
            .Process(new Counter()).Uid("counter")
            .AddSink(new Reporter(counts)).Uid("report");

    internal sealed class Counter : KeyedProcessFunction<long, long, (long Key, long Count)>
    {
        private ValueState<long>? _count;

        public override void Open() => _count = RuntimeContext.GetState(new ValueStateDescriptor<long>("count"));

        public override void ProcessElement(long value, IContext context, ICollector<(long Key, long Count)> output)
        {
            _count!.Update(_count.Value + 1);
            output.Collect((context.CurrentKey, _count.Value));
        }
    }

    internal sealed class Reporter(Counts counts) : SinkFunction<(long Key, long Count)>
    {
        public override void Invoke((long Key, long Count) value, long? timestamp) => counts.Report(value.Key, value.Count);
    }
}
