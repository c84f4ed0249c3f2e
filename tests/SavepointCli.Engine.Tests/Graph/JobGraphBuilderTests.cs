using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Graph;
using SavepointCli.Engine.Tests.Support;
using SavepointCli.Streaming;
using SavepointCli.Streaming.Sinks;

namespace SavepointCli.Engine.Tests.Graph;

public sealed class JobGraphBuilderTests
{
    [Fact]
    public void Forward_neighbours_share_a_vertex_until_a_key_parts_them()
    {
        var graph = Build(environment => environment.FromSequence(0, 9).Name("numbers").Map(number => number).Name("map")
            .KeyBy(number => number).Reduce((left, _) => left).Name("reduce").AddSink(new DiscardingSink<long>()).Name("sink"));

        graph.Vertices.Select(vertex => vertex.Name).Should().Equal("numbers -> map", "reduce -> sink");
        graph.Edges.Should().ContainSingle().Which.Stream.Partitioning.ToString().Should().Be("HASH");
    }

    [Fact]
    public void A_chain_is_broken_where_the_program_says_so()
    {
        var graph = Build(environment => environment.FromSequence(0, 9).Name("a").Map(number => number).Name("b").StartNewChain()
            .Map(number => number).Name("c").Map(number => number).Name("d").DisableChaining()
            .AddSink(new DiscardingSink<long>()).Name("e"));

        graph.Vertices.Select(vertex => vertex.Name).Should().Equal("a", "b -> c", "d", "e");
    }

    [Fact]
    public void A_chain_can_be_a_tree()
    {
        var graph = Build(environment =>
        {
            var numbers = environment.FromSequence(0, 9).Name("numbers");
            numbers.Map(number => number).Name("left").AddSink(new DiscardingSink<long>()).Name("left sink");
            numbers.Map(number => number).Name("right").AddSink(new DiscardingSink<long>()).Name("right sink");
        });

        graph.Vertices.Should().ContainSingle().Which.Operators.Select(@operator => @operator.Node.Name).Should().Equal(
            "numbers", "left", "left sink", "right", "right sink");
    }

    [Fact]
    public void Chaining_can_be_switched_off_by_configuration() =>
        JobGraphBuilder.Build(
                Programs.GraphOf(environment => environment.FromSequence(0, 9).Map(number => number).Print()),
                With(("pipeline.operator-chaining", "false")))
            .Vertices.Should().HaveCount(3);

    [Theory]
    [InlineData(1, 128)]
    [InlineData(85, 128)]
    [InlineData(86, 256)]
    [InlineData(171, 256)]
    [InlineData(172, 512)]
    [InlineData(30000, 32768)]
    public void Max_parallelism_is_derived_and_may_be_adjusted_once(int parallelism, int expected)
    {
        var graph = Programs.GraphOf(environment => environment.FromSequence(0, 9).Print(), parallelism);
        var vertex = JobGraphBuilder.Build(graph, EngineConfiguration.Empty).Vertices[0];

        vertex.MaxParallelism.Should().Be(expected);
        vertex.TryAdjustMaxParallelism(32768).Should().BeTrue();
        vertex.MaxParallelism.Should().Be(32768);
    }

    [Fact]
    public void A_configured_max_parallelism_is_not_adjusted()
    {
        var vertex = JobGraphBuilder.Build(
            Programs.GraphOf(environment => environment.FromSequence(0, 9).Print()), With(("pipeline.max-parallelism", "64"))).Vertices[0];

        vertex.MaxParallelism.Should().Be(64);
        vertex.TryAdjustMaxParallelism(128).Should().BeFalse();
    }

    [Fact]
    public void Operators_without_uid_are_refused_if_ids_must_not_be_derived()
    {
        var build = () => JobGraphBuilder.Build(
            Programs.GraphOf(environment => environment.FromSequence(0, 9).Name("nameless").Print()),
            With(("pipeline.auto-generate-uids", "false")));

        build.Should().Throw<JobGraphException>().WithMessage("*'nameless'*");
    }

    private static JobGraph Build(Action<StreamExecutionEnvironment> program) =>
        JobGraphBuilder.Build(Programs.GraphOf(program), EngineConfiguration.Empty);

    private static EngineConfiguration With(params (string Key, string Value)[] settings) =>
        new(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)));
}
