using CsCheck;
using SavepointCli.Engine.State.Snapshots;
using SavepointCli.Engine.Tests.State;
using SavepointCli.Streaming;
using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.Tests.Windows;

public sealed class ConnectedStreamTests : IDisposable
{
    private static readonly OutputTag<int> Numbers = new("numbers");

    private readonly BackendFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Two_keyed_streams_share_the_state_of_a_key()
    {
        using var harness = Open((words, numbers) => words.Connect(numbers).Process(new Total()));

        harness.First<string, int>("1a", 5);
        harness.Second<string, int>(1, 6);
        harness.Second<string, int>(2, 7);
        harness.First<string, int>("1b", 8);

        harness.Values.Should().Equal("1a 1", "1b 3");
        harness.Side(Numbers).Records.Select(record => (record.Value, record.Timestamp)).Should().Equal((2, 6), (1, 7));
    }

    [Fact]
    public void An_interval_join_finds_each_pair_within_the_bounds_once_whatever_the_order() =>
        Gen.Select(Gen.Select(Gen.Bool, Gen.Int[0, 1], Gen.Int[0, 30]).Array[0, 40], Gen.Int[-10, 5], Gen.Int[0, 10]).Sample(
            (events, lower, span) =>
            {
                using var harness = Join(lower, lower + span);
                foreach (var ((isLeft, key, time), index) in events.Select((one, index) => (one, index)))
                {
                    Feed(harness, isLeft, key, index, time);
                }

                var numbered = events.Select((one, index) => (one, index)).ToList();
                var pairs = from left in numbered
                            where left.one.Item1
                            from right in numbered
                            where !right.one.Item1 && right.one.Item2 == left.one.Item2
                            let distance = right.one.Item3 - left.one.Item3
                            where distance >= lower && distance <= lower + span
                            select $"{left.index}-{right.index} at {Math.Max(left.one.Item3, right.one.Item3)}";
                return harness.Main.Records.Select(record => $"{record.Value} at {record.Timestamp}").Order(StringComparer.Ordinal)
                    .SequenceEqual(pairs.Order(StringComparer.Ordinal));
            },
            iter: 200);

    [Fact]
    public void An_interval_join_forgets_what_can_find_no_partner_any_more()
    {
        using var harness = Join(-5, 10);
        Feed(harness, isLeft: true, key: 0, index: 1, time: 100);
        Feed(harness, isLeft: false, key: 0, index: 2, time: 200);

        harness.WatermarkOfBoth<(int, int), (int, int, int)>(110);
        _folder.NamesOfFilledStates(harness.Snapshot()).Should().Equal("RIGHT_BUFFER", "_timer_state/event_CLEANUP_TIMER");
        harness.WatermarkOfBoth<(int, int), (int, int, int)>(205);

        _folder.NamesOfFilledStates(harness.Snapshot()).Should().BeEmpty();
    }

    [Fact]
    public void An_interval_join_goes_on_after_a_savepoint()
    {
        using var before = Join(-5, 10);
        Feed(before, isLeft: true, key: 0, index: 1, time: 100);
        using var after = Join(-5, 10, before.Snapshot());

        Feed(after, isLeft: false, key: 0, index: 2, time: 110);
        Feed(after, isLeft: false, key: 0, index: 3, time: 111);

        after.Values.Should().Equal("1-2");
    }

    [Fact]
    public void Late_elements_are_not_joined()
    {
        using var harness = Join(-5, 10);
        Feed(harness, isLeft: true, key: 0, index: 1, time: 100);
        harness.WatermarkOfBoth<(int, int), (int, int, int)>(100);

        Feed(harness, isLeft: false, key: 0, index: 2, time: 99);

        harness.Values.Should().BeEmpty();
    }

    [Fact]
    public void Bounds_the_wrong_way_round_are_refused() =>
        FluentActions.Invoking(() => Join(2, 1)).Should().Throw<JobGraphException>().WithMessage("*lower bound 2 ms, above its upper bound 1 ms*");

    private static void Feed(KeyedOperatorHarness<int, string> harness, bool isLeft, int key, int index, int time)
    {
        if (isLeft)
        {
            harness.First<(int, int), (int, int, int)>((key, index), time);
        }
        else
        {
            harness.Second<(int, int), (int, int, int)>((key, index, 0), time);
        }
    }

    private KeyedOperatorHarness<int, string> Open(
        Func<KeyedStream<string, int>, KeyedStream<int, int>, SingleOutputStreamOperator<string>> program) => new(_folder, environment =>
    {
        var words = environment.FromCollection(["1"]).KeyBy(word => word[0] - '0');
        program(words, environment.FromCollection([1]).KeyBy(number => number % 2 == 0 ? 1 : number)).Uid("tested").Print();
    });

    private KeyedOperatorHarness<int, string> Join(int lower, int upper, OperatorSnapshot? restored = null) => new(
        _folder,
        environment =>
        {
            var left = environment.FromCollection([(0, 0)]).KeyBy(element => element.Item1);
            var right = environment.FromCollection([(0, 0, 0)]).KeyBy(element => element.Item1);
            left.IntervalJoin(right).Between(TimeSpan.FromMilliseconds(lower), TimeSpan.FromMilliseconds(upper)).Process(new Pair())
                .Uid("tested").Print();
        },
        restored);

    /// <summary>Adds up numbers and tells words the sum; lets each number out at the side, taken from three.</summary>
    private sealed class Total : KeyedCoProcessFunction<int, string, int, string>
    {
        private ValueState<int>? _sum;

        public override void Open() => _sum = RuntimeContext.GetState(new ValueStateDescriptor<int>("sum"));

        public override void ProcessFirst(string value, IContext context, ICollector<string> output)
        {
            _sum!.Update(_sum.Value + (_sum.Value == 0 ? 1 : 0));
            output.Collect($"{value} {_sum.Value}");
        }

        public override void ProcessSecond(int value, IContext context, ICollector<string> output)
        {
            _sum!.Update(_sum.Value + 1);
            context.Output(Numbers, 3 - value);
        }
    }

    private sealed class Pair : ProcessJoinFunction<(int Key, int Index), (int Key, int Index, int Nothing), string>
    {
        public override void Process(
            (int Key, int Index) left, (int Key, int Index, int Nothing) right, IContext context, ICollector<string> output) =>
            output.Collect($"{left.Index}-{right.Index}");
    }
}
