using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Graph;
using SavepointCli.Engine.Tests.Support;
using SavepointCli.Format.Ids;
using SavepointCli.Streaming;
using SavepointCli.Streaming.Sinks;

namespace SavepointCli.Engine.Tests.Graph;

public sealed class OperatorIdAssignmentTests
{
    private const string LoneSource = "bc764cd8ddf7a0cff126f51c16239658";
    private const string SourceWithSuccessor = "cbc357ccb763df2852fee8c4fc7d55f2";

    [Fact]
    public void Ids_of_a_chain_and_a_reduce_are_those_of_real_Flink() =>
        IdsOf(environment => environment.FromSequence(0, 9).Map(number => number).KeyBy(number => number).Reduce((left, _) => left).Print())
            .Should().Equal(
                SourceWithSuccessor,
                "7df19f87deec5680128845fd9a6ca18d",
                "90bea66de1c231edf33913ecd54406c1",
                "17fbfcaabad45985bbdf4da0490487e3");

    [Fact]
    public void An_operator_behind_a_network_edge_has_the_id_of_real_Flink() =>
        IdsOf(environment => environment.FromSequence(0, 9).Rebalance().Map(number => number).Rebalance()
                .AddSink(new DiscardingSink<long>()))
            .Should().Equal(LoneSource, "0a448493b4782967b150582570326227", "ea632d67b7d595e5b851708ae9ad79d6");

    [Fact]
    public void A_chained_successor_changes_the_id_as_in_real_Flink() =>
        IdsOf(environment => environment.FromSequence(0, 9).Rebalance().Map(number => number).AddSink(new DiscardingSink<long>()))
            .Take(2).Should().Equal(LoneSource, "20ba6b65f97481d5570070de90e4e791");

    [Fact]
    public void A_uid_alone_decides_the_id() =>
        IdsOf(environment => environment.FromSequence(0, 9).Uid("source").Map(number => number).Uid("counter").Print()).Take(2)
            .Should().Equal(OperatorIds.FromUid("source").ToString(), OperatorIds.FromUid("counter").ToString());

    [Fact]
    public void Nodes_are_visited_breadth_first_and_a_uid_counts_as_visited()
    {
        // Two sources: both are visited before what reads them, whatever the order in which the program names them.
        var ids = IdsOf(environment =>
        {
            var first = environment.FromSequence(0, 9).Uid("first");
            var between = first.Rebalance().Map(number => number);
            var second = environment.FromSequence(0, 9);
            between.Union(second).Rebalance().AddSink(new DiscardingSink<long>());
        });

        ids[2].Should().Be(OperatorIds.FromPosition(1, 0, []).ToString());
        ids[1].Should().Be(OperatorIds.FromPosition(2, 0, [OperatorIds.FromUid("first")]).ToString());
        ids[3].Should().Be(OperatorIds.FromPosition(3, 0, [IdOf(ids[1]), IdOf(ids[2])]).ToString());
    }

    private static List<string> IdsOf(Action<StreamExecutionEnvironment> program)
    {
        var graph = Programs.GraphOf(program);
        var topology = new StreamTopology(graph, ChainingRules.Of(graph, EngineConfiguration.Empty));
        var ids = OperatorIdAssignment.Assign(topology);
        return [.. graph.Nodes.Select(node => ids[node.Id].ToString())];
    }

    private static OperatorId IdOf(string text) =>
        OperatorId.TryParse(text, out var id) ? id : throw new ArgumentException(text, nameof(text));
}
