using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.State;
using SavepointCli.Streaming.Tests.Graph;
using SavepointCli.Streaming.Tests.Harness;

namespace SavepointCli.Streaming.Tests.Operators;

public sealed class WatermarkTests
{
    [Fact]
    public void Bounded_out_of_orderness_lags_behind_the_largest_timestamp_by_the_bound_and_one()
    {
        var harness = Assigning(WatermarkStrategy.ForBoundedOutOfOrderness<long>(TimeSpan.FromMilliseconds(50)));
        foreach (var timestamp in new long[] { 100, 300, 200 })
            harness.Process(timestamp);
        Watermarks(harness).Should().BeEmpty("watermarks come at intervals, not with records");

        harness.Clock.Advance(200);
        harness.Clock.Advance(200);
        harness.Process(250L);
        harness.Clock.Advance(200);
        Watermarks(harness).Should().Equal(249L);
        harness.Process(301L);
        harness.Clock.Advance(200);

        Watermarks(harness).Should().Equal(249L, 250L);
        harness.Records.Select(record => record.Timestamp).Should().Equal(100, 300, 200, 250, 301);
    }

    [Fact]
    public void Watermarks_that_come_in_are_replaced_except_the_end_of_time()
    {
        var harness = Assigning(WatermarkStrategy.ForMonotonousTimestamps<long>());
        var input = (IOneInputOperator<long>)harness.Operator;
        harness.Process(10L);

        input.ProcessWatermark(new Watermark(5));
        harness.Clock.Advance(200);
        input.ProcessWatermark(Watermark.Max);
        harness.Clock.Advance(200);

        Watermarks(harness).Should().Equal(9L, long.MaxValue);
    }

    [Fact]
    public void A_subtask_without_records_becomes_idle_and_active_again()
    {
        var harness = Assigning(WatermarkStrategy.ForMonotonousTimestamps<long>().WithIdleness(TimeSpan.FromSeconds(1)));

        harness.Clock.Advance(2000);
        harness.Process(10L);

        harness.Elements.Should().Equal(WatermarkStatus.Idle, new StreamRecord<long>(10, 10), WatermarkStatus.Active);
    }

    [Fact]
    public void A_timestamp_at_the_beginning_of_time_does_not_overflow()
    {
        var harness = Assigning(WatermarkStrategy.ForBoundedOutOfOrderness<long>(TimeSpan.FromDays(1)));

        harness.Process(long.MinValue);
        harness.Clock.Advance(200);

        Watermarks(harness).Should().BeEmpty();
    }

    [Fact]
    public void The_watermark_of_two_inputs_is_the_smaller_one_and_an_idle_input_does_not_hold_it_back()
    {
        var node = Capture.Of(environment => environment.FromSequence(1, 9)
            .Connect(environment.FromCollection([1L]).Broadcast(new MapStateDescriptor<long, long>("rules")))
            .Process(new StreamGraphTests.Nothing()).Uid("two").Print()).Node("two");
        var harness = OperatorHarness<long>.Of(node).Open();
        var inputs = (ITwoInputOperator<long, long>)harness.Operator;

        inputs.FirstInput.ProcessWatermark(new Watermark(10));
        Watermarks(harness).Should().BeEmpty();
        inputs.SecondInput.ProcessWatermark(new Watermark(5));
        inputs.SecondInput.ProcessWatermarkStatus(WatermarkStatus.Idle);
        inputs.FirstInput.ProcessWatermark(new Watermark(20));
        Watermarks(harness).Should().Equal(5L, 10L, 20L);
        harness.Elements.OfType<WatermarkStatus>().Should().BeEmpty();

        inputs.FirstInput.ProcessWatermarkStatus(WatermarkStatus.Idle);
        harness.Elements[^1].Should().Be(WatermarkStatus.Idle);
    }

    private static IEnumerable<long> Watermarks(OperatorHarness<long> harness) =>
        harness.Elements.OfType<Watermark>().Select(watermark => watermark.Timestamp);

    private static OperatorHarness<long> Assigning(WatermarkStrategy<long> strategy)
    {
        var node = Capture.Of(environment => environment.FromSequence(1, 9)
            .AssignTimestampsAndWatermarks(strategy.WithTimestampAssigner(number => number)).Uid("stamps").Print()).Node("stamps");
        return OperatorHarness<long>.Of(node).Open();
    }
}
