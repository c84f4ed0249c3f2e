using SavepointCli.Streaming;
using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Sinks;
using SavepointCli.Streaming.Sources;
using SavepointCli.Streaming.State;

namespace SavepointCli.TestPrograms;

/// <summary>A job whose every name tries to be more than text to whoever shows it.</summary>
public static class HostileNames
{
    public const string Markup = "<img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script>";

    public static void Main()
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.FromSource(new DataGeneratorSource<string>(static index => $"{index % 3}{Markup}", long.MaxValue, 100), WatermarkStrategy.NoWatermarks<string>(), $"source {Markup}")
            .Uid($"source uid {Markup}")
            .KeyBy(static text => text)
            .Process(new Counter()).Uid($"counter uid {Markup}").Name($"counter {Markup}")
            .AddSink(new DiscardingSink<string>()).Uid($"sink uid {Markup}").Name($"sink {Markup}");
        environment.Execute($"job {Markup}");
    }

    private sealed class Counter : KeyedProcessFunction<string, string, string>
    {
        private ValueState<long>? _count;

        public override void Open() => _count = RuntimeContext.GetState(new ValueStateDescriptor<long>($"state {Markup}"));

        public override void ProcessElement(string value, IContext context, ICollector<string> output) => _count!.Update(_count.Value + 1);
    }
}
