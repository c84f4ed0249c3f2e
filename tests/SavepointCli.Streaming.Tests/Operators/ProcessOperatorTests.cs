using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.State;
using SavepointCli.Streaming.Tests.Harness;

namespace SavepointCli.Streaming.Tests.Operators;

public sealed class ProcessOperatorTests
{
    [Fact]
    public void State_belongs_to_the_key_of_the_element()
    {
        var harness = Keyed();
        foreach (var word in new[] { "ant", "bee", "axe", "ape" })
            harness.Process(word);

        harness.Values.Should().Equal("a1", "b1", "a2", "a3");
    }

    [Fact]
    public void An_event_time_timer_fires_at_the_watermark_with_the_key_and_timestamp_of_the_timer()
    {
        var harness = Keyed();
        harness.Process("ant", 10);
        harness.Process("bee", 20);
        var input = (IOneInputOperator<string>)harness.Operator;

        input.ProcessWatermark(new Watermark(109));
        harness.Records.Should().HaveCount(2);
        input.ProcessWatermark(new Watermark(110));

        harness.Elements.Skip(2).Should().Equal(
            new Watermark(109), new StreamRecord<string>("EventTime a1 at 110", 110), new Watermark(110));
    }

    [Fact]
    public void A_processing_time_timer_fires_by_the_clock_and_its_records_have_no_timestamp()
    {
        var harness = Keyed();
        harness.Process("ant", 10);

        harness.Clock.Advance(500);

        harness.Records[^1].Should().Be(new StreamRecord<string>($"ProcessingTime a1 at {1_000_500}", null));
    }

    [Fact]
    public void Timers_on_a_stream_without_key_are_refused()
    {
        var node = Capture.Of(environment => environment.FromSequence(1, 9).Process(new Timing()).Uid("timing").Print()).Node("timing");

        OperatorHarness<long>.Of(node).Open().Invoking(harness => harness.Process(1L))
            .Should().Throw<InvalidOperationException>().WithMessage("*KeyBy*");
    }

    [Fact]
    public void A_null_key_is_refused()
    {
        var node = Capture.Of(environment => environment.FromCollection(["a"])
            .KeyBy(_ => (string)null!).Reduce((first, _) => first).Uid("reduce").Print()).Node("reduce");

        OperatorHarness<string>.Of(node).Open().Invoking(harness => harness.Process("a"))
            .Should().Throw<InvalidOperationException>().WithMessage("*key*null*");
    }

    [Fact]
    public void Reduce_keeps_its_value_in_op_state()
    {
        var node = Capture.Of(environment => environment.FromSequence(1, 9)
            .KeyBy(number => number % 2).Reduce((sum, number) => sum + number).Uid("sums").Print()).Node("sums");
        var harness = OperatorHarness<long>.Of(node).Open();

        foreach (var number in new long[] { 1, 2, 3, 4 })
            harness.Process(number, number);

        harness.Records.Select(record => (record.Value, record.Timestamp)).Should().Equal((1, 1), (2, 2), (4, 3), (6, 4));
        ((IMemoryKeyedState)harness.KeyedState!).Entries.Select(entry => (entry.State, entry.Key, entry.Value)).Should().BeEquivalentTo(
            new (string, object, object)[] { ("_op_state", 1L, 4L), ("_op_state", 0L, 6L) });
    }

    private static OperatorHarness<string> Keyed()
    {
        var node = Capture.Of(environment => environment.FromCollection(["x"])
            .KeyBy(word => word[0]).Process(new CountByLetter()).Uid("count").Print()).Node("count");
        return OperatorHarness<string>.Of(node).Open();
    }

    private sealed class CountByLetter : KeyedProcessFunction<char, string, string>
    {
        private ValueState<int>? _count;

        public override void Open() => _count = RuntimeContext.GetState(new ValueStateDescriptor<int>("count"));

        public override void ProcessElement(string value, IContext context, ICollector<string> output)
        {
            _count!.Update(_count.Value + 1);
            if (context.Timestamp is { } timestamp)
            {
                context.TimerService.RegisterEventTimeTimer(timestamp + 100);
                context.TimerService.RegisterProcessingTimeTimer(context.TimerService.CurrentProcessingTime + 500);
            }
            output.Collect($"{context.CurrentKey}{_count.Value}");
        }

        public override void OnTimer(long timestamp, IOnTimerContext context, ICollector<string> output) =>
            output.Collect($"{context.TimeDomain} {context.CurrentKey}{_count!.Value} at {timestamp}");
    }

    private sealed class Timing : ProcessFunction<long, long>
    {
        public override void ProcessElement(long value, IContext context, ICollector<long> output) =>
            context.TimerService.RegisterEventTimeTimer(1);
    }
}
