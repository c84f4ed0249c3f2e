using CsCheck;
using SavepointCli.Engine.State.Snapshots;
using SavepointCli.Engine.Tests.State;
using SavepointCli.Streaming;
using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.State;
using SavepointCli.Streaming.Windows;

namespace SavepointCli.Engine.Tests.Windows;

public sealed class WindowTests : IDisposable
{
    private static readonly OutputTag<string> Late = new("late");

    private readonly BackendFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_tumbling_window_emits_once_the_watermark_has_passed_its_end()
    {
        using var harness = Open(words => words.Window(TumblingEventTimeWindows.Of(Ms(10))).Process(new Joined()));
        Feed(harness, ("a1", 0), ("b1", 3), ("a2", 9), ("a3", 10));

        harness.Watermark<string>(8);
        harness.Values.Should().BeEmpty();
        harness.Watermark<string>(9);

        harness.Main.Records.Should().BeEquivalentTo(
            [new StreamRecord<string>("a [0,10) a1,a2", 9), new StreamRecord<string>("b [0,10) b1", 9)]);
    }

    [Fact]
    public void An_element_lies_in_every_sliding_window_that_covers_it()
    {
        using var harness = Open(words => words.Window(SlidingEventTimeWindows.Of(Ms(10), Ms(5))).Process(new Joined()));
        Feed(harness, ("a1", 7));

        harness.Watermark<string>(long.MaxValue);

        harness.Values.Should().Equal("a [0,10) a1", "a [5,15) a1");
    }

    [Theory]
    [InlineData(-1, -10)]
    [InlineData(-10, -10)]
    [InlineData(-11, -20)]
    [InlineData(0, 0)]
    [InlineData(9, 0)]
    public void Windows_before_1970_begin_where_the_others_do(long timestamp, long start) =>
        TimeWindow.StartOf(timestamp, 0, 10).Should().Be(start);

    [Fact]
    public void Sessions_merge_when_an_element_closes_the_gap_between_them()
    {
        using var harness = Open(words => words.Window(EventTimeSessionWindows.WithGap(Ms(10))).Process(new Joined()));
        Feed(harness, ("a1", 0), ("a2", 15), ("a3", 40), ("a4", 8));

        harness.Watermark<string>(long.MaxValue);

        harness.Values.Should().Equal("a [0,25) a1,a2,a4", "a [40,50) a3");
    }

    /// <summary>A6.7</summary>
    [Fact]
    public void A_session_merged_across_a_savepoint_is_one_window_with_one_result()
    {
        static SingleOutputStreamOperator<string> Program(KeyedStream<string, string> words) =>
            words.Window(EventTimeSessionWindows.WithGap(Ms(10))).Process(new Joined());
        using var before = Open(Program);
        Feed(before, ("a1", 0), ("a2", 15));
        using var after = Open(Program, before.Snapshot());
        Feed(after, ("a3", 8), ("b1", 30));

        after.Watermark<string>(29);
        after.Values.Should().Equal("a [0,25) a1,a2,a3");
        after.Watermark<string>(long.MaxValue);

        after.Values.Should().Equal("a [0,25) a1,a2,a3", "b [30,40) b1");
    }

    [Fact]
    public void Sessions_are_those_of_all_elements_sorted_whatever_the_order_in_which_they_come() =>
        Gen.Select(Gen.Select(Gen.Int[0, 2], Gen.Int[0, 200]).Array[0, 60], Gen.Int[1, 20]).Sample(
            (events, gap) =>
            {
                using var harness = Open(words => words.Window(EventTimeSessionWindows.WithGap(Ms(gap))).Aggregate(new Number()));
                foreach (var (key, time) in events)
                {
                    harness.Process($"{key}", time);
                }

                harness.Watermark<string>(long.MaxValue);
                return harness.Main.Records.Select(record => (record.Value, record.Timestamp!.Value)).Order()
                    .SequenceEqual(Sessions(events, gap).Order());
            },
            iter: 300);

    [Fact]
    public void A_late_element_fires_its_window_again_while_lateness_lasts_and_goes_to_the_side_output_after_that()
    {
        using var harness = Open(words => words
            .Window(TumblingEventTimeWindows.Of(Ms(10))).AllowedLateness(Ms(5)).SideOutputLateData(Late).Process(new Joined()));
        Feed(harness, ("a1", 1));
        harness.Watermark<string>(10);
        Feed(harness, ("a2", 2));
        harness.Watermark<string>(14);
        Feed(harness, ("a3", 3));

        harness.Values.Should().Equal("a [0,10) a1", "a [0,10) a1,a2");
        harness.Side(Late).Records.Should().Equal(new StreamRecord<string>("a3", 3));
        StateOf(harness).Should().BeEmpty();
    }

    [Fact]
    public void Late_elements_without_a_side_output_are_dropped()
    {
        using var harness = Open(words => words.Window(TumblingEventTimeWindows.Of(Ms(10))).Process(new Joined()));
        harness.Watermark<string>(100);

        Feed(harness, ("a1", 1));

        harness.Values.Should().BeEmpty();
    }

    [Fact]
    public void Windows_of_the_clock_ignore_timestamps()
    {
        using var harness = Open(words => words.Window(TumblingProcessingTimeWindows.Of(Ms(10))).Process(new Joined()));
        harness.Clock.AdvanceTo(3);
        Feed(harness, ("a1", 1_000), ("a2", 2_000));
        harness.Clock.AdvanceTo(8);
        harness.Values.Should().BeEmpty();

        harness.Clock.AdvanceTo(9);

        harness.Values.Should().Equal("a [0,10) a1,a2");
    }

    [Fact]
    public void A_count_window_emits_every_so_many_elements_of_a_key()
    {
        using var harness = Open(words => words.CountWindow(2).Reduce((current, added) => $"{current}+{added}"));

        Feed(harness, ("a1", 0), ("b1", 0), ("a2", 0), ("a3", 0), ("b2", 0));

        harness.Values.Should().Equal("a1+a2", "b1+b2");
    }

    [Fact]
    public void A_continuous_trigger_fires_along_the_window_and_at_its_end()
    {
        using var harness = Open(words => words.Window(TumblingEventTimeWindows.Of(Ms(10)))
            .Trigger(new ContinuousEventTimeTrigger<string, TimeWindow>(Ms(4))).Process(new Joined()));
        Feed(harness, ("a1", 1));
        harness.Watermark<string>(4);
        Feed(harness, ("a2", 5));

        harness.Watermark<string>(9);

        harness.Values.Should().Equal("a [0,10) a1", "a [0,10) a1,a2", "a [0,10) a1,a2");
        StateOf(harness).Should().BeEmpty();
    }

    [Fact]
    public void State_of_a_window_is_its_own_and_goes_with_it()
    {
        using var harness = Open(words => words.Window(TumblingEventTimeWindows.Of(Ms(10))).AllowedLateness(Ms(10)).Process(new Firings()));
        Feed(harness, ("a1", 0), ("a2", 11));
        harness.Watermark<string>(9);
        Feed(harness, ("a3", 1));

        harness.Watermark<string>(100);

        harness.Values.Should().Equal("[0,10) fired 1 of 1", "[0,10) fired 2 of 2", "[10,20) fired 1 of 3");
        StateOf(harness).Should().Equal("all");
    }

    [Fact]
    public void An_element_without_timestamp_is_refused_by_windows_of_event_time()
    {
        using var harness = Open(words => words.Window(TumblingEventTimeWindows.Of(Ms(10))).Process(new Joined()));

        harness.Invoking(operatorHarness => operatorHarness.Process("a1")).Should().Throw<InvalidOperationException>()
            .WithMessage("TumblingEventTimeWindows needs elements with timestamps*AssignTimestampsAndWatermarks*");
    }

    [Fact]
    public void A_trigger_that_cannot_merge_is_refused_with_sessions()
    {
        var program = () => Open(words => words.Window(EventTimeSessionWindows.WithGap(Ms(1))).Trigger(new Always()).Process(new Joined()));

        program.Should().Throw<JobGraphException>().WithMessage("Always does not work with EventTimeSessionWindows*");
    }

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    private static void Feed<TOut>(KeyedOperatorHarness<string, TOut> harness, params (string Value, long Timestamp)[] elements)
    {
        foreach (var (value, timestamp) in elements)
        {
            harness.Process(value, timestamp);
        }
    }

    private KeyedOperatorHarness<string, TOut> Open<TOut>(
        Func<KeyedStream<string, string>, SingleOutputStreamOperator<TOut>> windows, OperatorSnapshot? restored = null) =>
        new(
            _folder,
            environment => windows(environment.FromCollection(["x"]).KeyBy(word => word[..1])).Uid("tested").Print(),
            restored);

    /// <summary>The names of the states that hold anything.</summary>
    private List<string> StateOf<TOut>(KeyedOperatorHarness<string, TOut> harness) => _folder.NamesOfFilledStates(harness.Snapshot());

    private static IEnumerable<(string, long)> Sessions((int Key, int Time)[] events, int gap) =>
        from ofKey in events.GroupBy(one => one.Key)
        let times = ofKey.Select(one => one.Time).Order().ToList()
        let starts = Enumerable.Range(0, times.Count).Where(i => i == 0 || times[i] - times[i - 1] > gap).Append(times.Count).ToList()
        from session in starts.Zip(starts.Skip(1))
        select ($"{session.Second - session.First}", (long)times[session.Second - 1] + gap - 1);

    private static string Text(TimeWindow window) => $"[{window.Start},{window.End})";

    private sealed class Joined : ProcessWindowFunction<string, string, string, TimeWindow>
    {
        public override void Process(string key, IContext context, IEnumerable<string> elements, ICollector<string> output) =>
            output.Collect($"{key} {Text(context.Window)} {string.Join(',', elements)}");
    }

    private sealed class Number : AggregateFunction<string, int, string>
    {
        public override int CreateAccumulator() => 0;

        public override int Add(string value, int accumulator) => accumulator + 1;

        public override string GetResult(int accumulator) => $"{accumulator}";

        public override int Merge(int left, int right) => left + right;
    }

    private sealed class Firings : ProcessWindowFunction<string, string, string, TimeWindow>
    {
        private static readonly ValueStateDescriptor<int> Here = new("here");
        private static readonly ValueStateDescriptor<int> All = new("all");

        public override void Process(string key, IContext context, IEnumerable<string> elements, ICollector<string> output)
        {
            var here = context.WindowState.GetState(Here);
            here.Update(here.Value + 1);
            var fired = here.Value;
            var all = context.GlobalState.GetState(All);
            all.Update(all.Value + 1);
            output.Collect($"{Text(context.Window)} fired {fired} of {all.Value}");
        }

        public override void Clear(IContext context) => context.WindowState.GetState(Here).Clear();
    }

    private sealed class Always : Trigger<string, TimeWindow>
    {
        public override TriggerResult OnElement(string element, long? timestamp, TimeWindow window, ITriggerContext<TimeWindow> context) =>
            TriggerResult.Fire;

        public override void Clear(TimeWindow window, ITriggerContext<TimeWindow> context)
        {
        }
    }
}
