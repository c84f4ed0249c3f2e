using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.Tests.Harness;

namespace SavepointCli.Streaming.Tests.Sources;

public sealed class CollectionSourceTests
{
    [Fact]
    public void After_a_restore_the_emitted_elements_are_left_out()
    {
        var node = Capture.Of(environment => environment.FromCollection(["a", "b", "c"]).Uid("letters").Print()).Node("letters");
        var fresh = OperatorHarness<string>.Of(node).Open();
        ((ILegacySourceOperator)fresh.Operator).Run(new object());
        fresh.Values.Should().Equal("a", "b", "c");
        fresh.Snapshot(1);
        fresh.State.List<int>("from-elements-state").Should().Equal(3);

        var state = new MemoryOperatorState();
        state.List<int>("from-elements-state").Add(2);
        var restored = OperatorHarness<string>.Of(node.CreateOperator(), state).Open();
        ((ILegacySourceOperator)restored.Operator).Run(new object());

        restored.Values.Should().Equal("c");
    }
}
