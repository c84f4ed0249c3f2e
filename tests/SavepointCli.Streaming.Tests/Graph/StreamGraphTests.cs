using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Graph;
using SavepointCli.Streaming.Sinks;
using SavepointCli.Streaming.State;
using SavepointCli.Streaming.Tests.Harness;

namespace SavepointCli.Streaming.Tests.Graph;

public sealed class StreamGraphTests
{
    [Fact]
    public void Nodes_are_numbered_in_the_order_in_which_the_program_names_them()
    {
        var graph = Capture.Of(environment => environment.FromSequence(1, 9).Uid("numbers")
            .Map(number => number + 1).Uid("plus-one").Name("plus one")
            .AddSink(new DiscardingSink<long>()).Uid("sink"));

        graph.Name.Should().Be("test");
        graph.Nodes.Select(node => (node.Id, node.Uid, node.Name, node.Kind)).Should().Equal(
            (1, "numbers", "Sequence Source", OperatorKind.Source),
            (2, "plus-one", "plus one", OperatorKind.OneInput),
            (3, "sink", "Unnamed", OperatorKind.OneInput));
        graph.Nodes.Select(node => node.OutputType?.ToString()).Should().Equal("Long", "Long", null);
    }

    [Fact]
    public void An_edge_goes_forward_where_parallelism_is_equal_and_rebalances_where_it_is_not()
    {
        var graph = Capture.Of(
            environment => environment.FromSequence(1, 9)
                .Map(number => number).Uid("same")
                .Map(number => number).Uid("fewer").SetParallelism(2)
                .Print(),
            parallelism: 4);

        graph.Node("same").InEdges.Single().Partitioning.Should().Be(Partitioning.Forward);
        graph.Node("fewer").InEdges.Single().Partitioning.Should().Be(Partitioning.Rebalance);
        graph.Node("Print to Std. Out").InEdges.Single().Partitioning.Should().Be(Partitioning.Rebalance);
    }

    public static TheoryData<string, PartitioningKind> Partitionings => new()
    {
        { "shuffle", PartitioningKind.Shuffle }, { "rebalance", PartitioningKind.Rebalance }, { "rescale", PartitioningKind.Rescale },
        { "global", PartitioningKind.Global }, { "forward", PartitioningKind.Forward }, { "broadcast", PartitioningKind.Broadcast },
    };

    [Theory]
    [MemberData(nameof(Partitionings))]
    public void An_explicit_partitioning_stays_on_the_edge(string name, PartitioningKind kind)
    {
        var graph = Capture.Of(environment =>
        {
            var numbers = environment.FromSequence(1, 9);
            var partitioned = name switch
            {
                "shuffle" => numbers.Shuffle(),
                "rebalance" => numbers.Rebalance(),
                "rescale" => numbers.Rescale(),
                "global" => numbers.Global(),
                "forward" => numbers.Forward(),
                _ => numbers.Broadcast(),
            };
            partitioned.Print();
        });

        graph.Nodes[1].InEdges.Single().Partitioning.Kind.Should().Be(kind);
    }

    [Fact]
    public void A_keyed_operator_knows_its_key_and_gets_records_by_it()
    {
        var graph = Capture.Of(environment => environment.FromSequence(1, 9)
            .KeyBy(number => (short)(number % 3)).Reduce((sum, number) => sum + number).Uid("sums").Print());

        var sums = graph.Node("sums");
        sums.KeyType!.ToString().Should().Be("Short");
        sums.InEdges.Single().Partitioning.Should().BeOfType<KeyPartitioning<long, short>>()
            .Which.Selector(8).Should().Be(2);
        graph.Nodes[^1].KeyType.Should().BeNull();
    }

    [Fact]
    public void A_union_is_no_node_but_several_edges_into_one_input()
    {
        var graph = Capture.Of(environment =>
        {
            var (first, second) = (environment.FromSequence(1, 2), environment.FromSequence(3, 4));
            first.Union(second.Rebalance()).Print();
        });

        graph.Nodes.Should().HaveCount(3);
        graph.Nodes[2].InEdges.Select(edge => (edge.SourceId, edge.InputIndex, edge.Partitioning.Kind)).Should().Equal(
            (1, 0, PartitioningKind.Forward), (2, 0, PartitioningKind.Rebalance));
    }

    [Fact]
    public void A_connected_broadcast_stream_is_the_second_input()
    {
        var descriptor = new MapStateDescriptor<long, long>("rules");
        var graph = Capture.Of(environment =>
        {
            var numbers = environment.FromSequence(1, 9);
            var rules = environment.FromCollection([1L, 2L]);
            numbers.KeyBy(number => number).Connect(rules.Broadcast(descriptor)).Process(new KeyedNothing()).Uid("keyed").Print();
            numbers.Connect(rules.Broadcast(descriptor)).Process(new Nothing()).Uid("plain").Print();
        });

        var (keyed, plain) = (graph.Node("keyed"), graph.Node("plain"));
        keyed.Kind.Should().Be(OperatorKind.TwoInput);
        keyed.KeyType!.ToString().Should().Be("Long");
        keyed.InEdges.Select(edge => (edge.SourceId, edge.InputIndex, edge.Partitioning.Kind)).Should().Equal(
            (1, 0, PartitioningKind.Hash), (2, 1, PartitioningKind.Broadcast));
        plain.KeyType.Should().BeNull();
        plain.InEdges.Select(edge => edge.Partitioning.Kind).Should().Equal(PartitioningKind.Forward, PartitioningKind.Broadcast);
    }

    [Fact]
    public void The_operators_setting_of_parallelism_wins_over_the_environments_and_that_over_the_submissions()
    {
        var graph = Capture.Of(
            environment => environment.SetParallelism(3).FromSequence(1, 9).Uid("environment")
                .Map(number => number).Uid("operator").SetParallelism(5).SetMaxParallelism(40).Print(),
            parallelism: 2);

        graph.Node("environment").Parallelism.Should().Be(3);
        graph.Node("environment").MaxParallelism.Should().BeNull("it is derived by the engine, and a restored snapshot may change it");
        graph.Node("operator").Parallelism.Should().Be(5);
        graph.Node("operator").MaxParallelism.Should().Be(40);
        Capture.Of(environment => environment.FromSequence(1, 9).Uid("default").Print(), parallelism: 2)
            .Node("default").Parallelism.Should().Be(2);
    }

    [Fact]
    public void A_collection_has_one_subtask_whatever_the_default()
    {
        var graph = Capture.Of(environment => environment.FromCollection(["a", "b"]).Print(), parallelism: 4);

        graph.Nodes[0].Parallelism.Should().Be(1);
        graph.Nodes[1].InEdges.Single().Partitioning.Should().Be(Partitioning.Rebalance);
        var setting = () => Capture.Of(environment => environment.FromCollection(["a"]).SetParallelism(2).Print());
        setting.Should().Throw<JobGraphException>().WithMessage("*Collection Source*parallelism 2*");
    }

    [Fact]
    public void A_source_that_nobody_reads_is_no_part_of_the_job()
    {
        var graph = Capture.Of(environment =>
        {
            environment.FromSequence(1, 9).Uid("unread");
            environment.FromSequence(1, 9).Uid("read").Print();
        });

        graph.Nodes.Select(node => node.Uid).Should().Equal("read", null);
    }

    [Fact]
    public void Settings_of_program_and_submission_reach_the_graph()
    {
        using var capture = new GraphCapture(1, new Dictionary<string, string> { ["a"] = "submitted", ["b"] = "submitted" });
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment()
            .EnableCheckpointing(TimeSpan.FromSeconds(5)).SetDefaultSavepointDirectory("/savepoints").DisableOperatorChaining()
            .Configure(new Dictionary<string, string> { ["b"] = "programmed" });
        environment.FromSequence(1, 9).Print();
        environment.Execute("job");

        capture.Graph!.Checkpointing.Interval.Should().Be(TimeSpan.FromSeconds(5));
        capture.Graph.DefaultSavepointDirectory.Should().Be("/savepoints");
        capture.Graph.IsChainingEnabled.Should().BeFalse();
        capture.Graph.Configuration.Should().BeEquivalentTo(new Dictionary<string, string> { ["a"] = "submitted", ["b"] = "programmed" });
    }

    internal sealed class Nothing : BroadcastProcessFunction<long, long, long>
    {
        public override void ProcessElement(long value, IReadOnlyContext context, ICollector<long> output)
        {
        }

        public override void ProcessBroadcastElement(long value, IContext context, ICollector<long> output)
        {
        }
    }

    internal sealed class KeyedNothing : KeyedBroadcastProcessFunction<long, long, long, long>
    {
        public override void ProcessElement(long value, IReadOnlyContext context, ICollector<long> output)
        {
        }

        public override void ProcessBroadcastElement(
            long value, BroadcastProcessFunction<long, long, long>.IContext context, ICollector<long> output)
        {
        }
    }
}
