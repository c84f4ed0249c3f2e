using System.Collections.Immutable;
using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Tests.Harness;

namespace SavepointCli.Streaming.Tests.Functions;

public sealed class RichFunctionTests
{
    [Fact]
    public void Every_subtask_works_on_a_copy_of_its_own()
    {
        var function = new Counter();
        var node = Capture.Of(environment => environment.FromSequence(1, 9).Map(function).Uid("map").Print()).Node("map");
        var (first, second) = (OperatorHarness<long>.Of(node).Open(), OperatorHarness<long>.Of(node).Open());

        first.Process(0L);
        first.Process(0L);
        second.Process(0L);

        first.Values.Should().Equal(1, 2);
        second.Values.Should().Equal(1);
        function.Count.Should().Be(0);
    }

    [Fact]
    public void A_function_whose_subtasks_would_share_a_collection_is_refused_when_it_is_used()
    {
        var program = () => Capture.Of(environment => environment.FromSequence(1, 9).Map(new Collecting()).Print());

        program.Should().Throw<JobGraphException>().WithMessage("Field _seen of *Collecting*").Which.Hint.Should().Contain("Open");
    }

    [Fact]
    public void A_collection_that_cannot_change_may_be_shared()
    {
        var program = () => Capture.Of(environment => environment.FromSequence(1, 9).Map(new Choosing([1, 2])).Print());

        program.Should().NotThrow();
    }

    [Fact]
    public void Keyed_state_on_a_stream_without_key_says_to_call_KeyBy()
    {
        var node = Capture.Of(environment => environment.FromSequence(1, 9).Map(new Stateful()).Uid("map").Print()).Node("map");

        OperatorHarness<long>.Of(node).Invoking(harness => harness.Open())
            .Should().Throw<InvalidOperationException>().WithMessage("*KeyBy*");
    }

    private sealed class Counter : MapFunction<long, long>
    {
        public long Count { get; private set; }

        public override long Map(long value) => ++Count;
    }

    private sealed class Collecting : MapFunction<long, long>
    {
        private readonly List<long> _seen = [];

        public override long Map(long value)
        {
            _seen.Add(value);
            return _seen.Count;
        }
    }

    private sealed class Choosing(ImmutableArray<long> choices) : MapFunction<long, long>
    {
        public override long Map(long value) => choices[0];
    }

    private sealed class Stateful : MapFunction<long, long>
    {
        public override void Open() => RuntimeContext.GetState(new Streaming.State.ValueStateDescriptor<long>("state"));

        public override long Map(long value) => value;
    }
}
