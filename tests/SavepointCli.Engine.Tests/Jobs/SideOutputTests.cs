using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Tests.Support;
using SavepointCli.Streaming;
using SavepointCli.Streaming.Functions;

namespace SavepointCli.Engine.Tests.Jobs;

public sealed class SideOutputTests : IDisposable
{
    private static readonly OutputTag<string> Odd = new("odd");

    private readonly TestCluster _cluster = new();

    public void Dispose() => _cluster.Dispose();

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(2, false)]
    public async Task Records_and_the_end_of_time_reach_side_outputs_chained_or_over_channels(int parallelism, bool chained)
    {
        var job = await _cluster.RunAsync(
            environment =>
            {
                var split = environment.FromSequence(1, 100).Process(new Split());
                split.Map(number => $"even {number}").Print();
                var odd = split.GetSideOutput(Odd);
                (chained ? odd : odd.Rebalance()).Map(text => $"odd {text}").Print();
            },
            new JobSubmission("") { Parallelism = parallelism });

        (await _cluster.EndOfAsync(job)).Should().Be(JobStatus.Finished);

        _cluster.Output.Select(line => line[(line.IndexOf('>') + 1)..].Trim()).Should().BeEquivalentTo(
            Enumerable.Range(1, 100).Select(number => number % 2 == 0 ? $"even {number}" : $"odd {number}"));
    }

    [Fact]
    public async Task One_tag_read_as_two_types_is_refused()
    {
        var submission = () => _cluster.RunAsync(environment =>
        {
            var split = environment.FromSequence(1, 2).Process(new Split());
            split.GetSideOutput(Odd).Print();
            split.GetSideOutput(new OutputTag<long>("odd")).Print();
        });

        (await submission.Should().ThrowAsync<Exception>()).Which.ToString().Should().Contain("Side output 'odd' of 'Process' is read as");
    }

    private sealed class Split : ProcessFunction<long, long>
    {
        public override void ProcessElement(long value, IContext context, ICollector<long> output)
        {
            if (value % 2 == 0)
            {
                output.Collect(value);
            }
            else
            {
                context.Output(Odd, $"{value}");
            }
        }
    }
}
