using System.Text.Json.Nodes;
using SavepointCli.Examples.Golden;
using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.Tests.Harness;
using SavepointCli.Testing;

namespace SavepointCli.Streaming.Tests.Examples;

/// <summary>The golden job, fed with the events of a golden snapshot, holds what that snapshot holds.</summary>
public sealed class GoldenJobTests
{
    private static readonly GoldenCase Case = GoldenCase.Load("1.20", "canonical-hashmap");

    [Fact]
    public void Kinds_holds_what_flink_held() => CompareKeyed<KeyCount>("kinds", "kinds");

    [Fact]
    public void Short_key_holds_what_flink_held() => CompareKeyed<long>("short-key", "short-key");

    [Fact]
    public void The_operator_without_uid_holds_what_flink_held() => CompareKeyed<long>("latest", "?");

    [Fact]
    public void Rules_holds_what_flink_held()
    {
        var harness = OperatorHarness<long>.Of(Graph().Node("rules")).Open();
        var operators = (ITwoInputOperator<Event, Event>)harness.Operator;
        foreach (var passed in Events())
        {
            if (passed.N < Event.Names)
                operators.SecondInput.ProcessElement(new StreamRecord<Event>(passed));
            operators.FirstInput.ProcessElement(new StreamRecord<Event>(passed));
        }

        var rules = harness.State.GetBroadcastState(new Streaming.State.MapStateDescriptor<string, long>("rules"));
        var expected = Expected("rules")[0]["value"]!.AsObject();
        rules.Entries.Should().BeEquivalentTo(expected.Select(entry => KeyValuePair.Create(entry.Key, (long)entry.Value!)));
        harness.Values.Should().HaveCount(Case.Numbers, "every event finds its rule");
    }

    [Theory]
    [InlineData("canonical-hashmap", 2)]
    [InlineData("native-hashmap-wide", 3)]
    public void The_gate_counts_as_flinks_did(string name, int parallelism)
    {
        var gates = Gates(parallelism, 2000);

        var expected = Parse(GoldenCase.Load("1.20", name).ExpectedLines, "gate");
        for (var subtask = 0; subtask < parallelism; subtask++)
        {
            gates[subtask].State.List<long>("gate-passed").Should().Equal(
                Value(expected, "gate-passed", subtask).Select(value => (long)value!));
            gates[subtask].State.List<(string, long)>("gate-owners").Should().Equal(
                Value(expected, "gate-owners", subtask).Select(owner => ((string)owner![0]!, (long)owner[1]!)));
        }
        gates.SelectMany(gate => gate.Values).Select(passed => passed.N).Order().Should().Equal(Enumerable.Range(0, 2000).Select(n => (long)n));
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(2, 1)]
    [InlineData(2, 3)]
    [InlineData(4, 3)]
    [InlineData(3, 4)]
    public void A_restored_gate_goes_on_with_the_next_number(int before, int after)
    {
        var owners = Gates(before, 2000).SelectMany(gate => gate.State.List<(string, long)>("gate-owners")).ToArray();

        var gates = Gates(after, 2100, owners);

        gates.SelectMany(gate => gate.Values).Select(passed => passed.N).Order()
            .Should().Equal(Enumerable.Range(2000, 100).Select(n => (long)n));
    }

    [Fact]
    public void The_operator_without_uid_takes_the_id_that_flink_gave_it() =>
        Graph("--auto-id", "0123456789abcdef0123456789abcdef").Node("latest")
            .Should().Match<Streaming.Graph.StreamNode>(node => node.Uid == null && node.UidHash == "0123456789abcdef0123456789abcdef");

    private static void CompareKeyed<TOut>(string node, string operatorInExpected)
    {
        var harness = OperatorHarness<TOut>.Of(Graph("--with-account", "true").Node(node)).Open();
        foreach (var passed in Events())
            harness.Process(passed, passed.Ts);

        var actual = ((IMemoryKeyedState)harness.KeyedState!).Entries.Select(entry => new JsonObject
        {
            ["operator"] = operatorInExpected,
            ["state"] = entry.State,
            ["kind"] = entry.Kind,
            ["key"] = JsonNode.Parse(GoldenJson.Of(entry.Key)),
            ["namespace"] = null,
            ["value"] = GoldenJson.Of(entry.Type, entry.Value),
        });
        GoldenJson.Normalized(actual).Should().Equal(GoldenJson.Normalized(Expected(operatorInExpected)));
    }

    private static OperatorHarness<Event>[] Gates(int parallelism, int to, params (string, long)[] restoredOwners)
    {
        var node = Graph("--to", $"{to}").Node("gate");
        return [.. Enumerable.Range(0, parallelism).Select(subtask => Run(subtask))];

        OperatorHarness<Event> Run(int subtask)
        {
            var state = new MemoryOperatorState();
            state.List<(string, long)>("gate-owners").AddRange(restoredOwners);
            var harness = OperatorHarness<Event>.Of(node.CreateOperator(), state, subtask, parallelism).Open();
            for (var tick = 0L; tick < to; tick++)
                harness.Process(tick);
            harness.Snapshot(1);
            return harness;
        }
    }

    private static JsonArray Value(JsonObject[] lines, string state, int subtask) =>
        lines.Single(line => (string)line["state"]! == state && (int)line["subtask"]! == subtask)["value"]!.AsArray();

    private static Streaming.Graph.StreamGraph Graph(params string[] arguments) => Capture.Of(() => GoldenJob.Main(arguments));

    private static IEnumerable<Event> Events() => Enumerable.Range(0, Case.Numbers).Select(n => Event.Of(n, Case.Keys));

    private static JsonObject[] Expected(string @operator) => Parse(Case.ExpectedLines, @operator);

    private static JsonObject[] Parse(IEnumerable<string> lines, string @operator) =>
        [.. lines.Select(line => JsonNode.Parse(line)!.AsObject()).Where(line => (string)line["operator"]! == @operator)];
}
