using SavepointCli.Streaming.Tests.Harness;

namespace SavepointCli.Streaming.Tests.Sinks;

public sealed class PrintSinkTests
{
    [Theory]
    [InlineData(0, 1, "7\n")]
    [InlineData(0, 3, "1> 7\n")]
    [InlineData(2, 3, "3> 7\n")]
    public void Lines_start_with_the_subtask_if_there_are_several(int subtask, int parallelism, string expected)
    {
        var node = Capture.Of(environment => environment.FromSequence(1, 9).Print()).Nodes[1];
        var harness = OperatorHarness<long>.Of(node.CreateOperator(), null, subtask, parallelism).Open();

        harness.Process(7L);

        harness.StandardOutputText.ToString().ReplaceLineEndings("\n").Should().Be(expected);
    }
}
