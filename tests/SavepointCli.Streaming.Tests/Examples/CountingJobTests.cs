using SavepointCli.Examples.Counting;
using SavepointCli.Streaming.Graph;
using SavepointCli.Streaming.Tests.Harness;

namespace SavepointCli.Streaming.Tests.Examples;

public sealed class CountingJobTests
{
    [Fact]
    public void Every_operator_has_a_uid()
    {
        var graph = Capture.Of(() => CountingJob.Main(["--rate", "100", "--checkpoint-interval", "500"]));

        graph.Nodes.Select(node => node.Uid).Should().Equal("words", "counter", "counts");
        graph.Checkpointing.Interval.Should().Be(TimeSpan.FromMilliseconds(500));
    }

    [Fact]
    public void Words_are_counted_by_value_list_and_map_state()
    {
        StreamNode counter = Capture.Of(() => CountingJob.Main([])).Node("counter");
        var harness = OperatorHarness<WordCount>.Of(counter).Open();

        for (var index = 0L; index < 25; index++)
            harness.Process(Word.Of(index));

        harness.Values.Last().Should().Be(new WordCount("elderberry", 5));
        var apples = ((IMemoryKeyedState)harness.KeyedState!).Entries.Where(entry => entry.Key.Equals("apple"))
            .ToDictionary(entry => entry.State, entry => entry.Value);
        apples["count"].Should().Be(5L);
        apples["last-places"].Should().BeEquivalentTo(new[] { 10L, 15L, 20L });
        apples["by-last-digit"].Should().BeEquivalentTo(new Dictionary<int, long> { [0] = 3, [5] = 2 });
    }
}
