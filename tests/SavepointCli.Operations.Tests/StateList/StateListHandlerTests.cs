using System.Text.Json;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Operations.State;
using SavepointCli.Operations.StateList;
using SavepointCli.Storage;
using SavepointCli.Testing;

namespace SavepointCli.Operations.Tests.StateList;

public sealed class StateListHandlerTests
{
    private static readonly string[] Uids = ["numbers", "gate", "kinds", "scalars", "tumbling", "sessions", "rules", "short-key", "avro"];

    /// <summary>Cases that say what they hold and whose keyed state is no changelog.</summary>
    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var golden in GoldenCase.All.Where(golden => golden.Expected is not null && golden.Name != "checkpoint-changelog"))
            {
                cases.Add(golden.Flink, golden.Name);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_state_of_real_Flink_is_listed_with_as_many_entries_as_it_must_have(string flink, string name)
    {
        var golden = GoldenCase.Load(flink, name);
        var expected = golden.ExpectedLines.Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => line.TryGetProperty("key", out _))
            .GroupBy(line => (Operator: line.GetProperty("operator").GetString()!, State: line.GetProperty("state").GetString()!))
            .ToDictionary(group => group.Key, group => (long?)group.Count());

        var listed = List(golden, StateListDepth.Counts).States
            .Where(state => state.Kind is not (StateEntryKind.Split or StateEntryKind.Union or StateEntryKind.Broadcast) && state.Name != "merging-window-set" && state.Entries > 0)
            .ToDictionary(state => (Operator: state.OperatorUid ?? "?", State: state.Name), state => state.Entries);

        listed.Should().BeEquivalentTo(expected);
    }

    [Fact]
    public void Types_are_readable()
    {
        var types = List(GoldenCase.Load("2.2", "canonical-rocksdb"), StateListDepth.Types).States
            .ToDictionary(state => $"{state.OperatorUid}/{state.Name}", state => (state.Kind, state.KeyType, state.NamespaceType, state.ValueType));

        types["kinds/count"].Should().Be((StateEntryKind.Value, "Long", "VoidNamespace", "Long"));
        types["kinds/by-name"].Should().Be((StateEntryKind.Map, "Long", "VoidNamespace", "Map<String, Long>"));
        types["kinds/avg"].Should().Be((StateEntryKind.Aggregating, "Long", "VoidNamespace", "Tuple2<Long, Long>"));
        types["kinds/ttl-label"].Should().Be((StateEntryKind.Value, "Long", "VoidNamespace", "Ttl<String>"));
        types["kinds/_timer_state/event_user-timers"].Should().Be((StateEntryKind.Timer, "Long", "VoidNamespace", "timestamp"));
        types["tumbling/window-contents"].NamespaceType.Should().Be("TimeWindow");
        types["gate/gate-owners"].Should().Be((StateEntryKind.Union, null, null, "Tuple2<String, Long>"));
        types["rules/rules"].Should().Be((StateEntryKind.Broadcast, null, null, "Map<String, Long>"));
        types["scalars/v-kryo"].ValueType.Should().Be("Kryo<golden.Opaque>");
        types["kinds/simple"].ValueType.Should().StartWith("POJO golden.Simple { address: POJO golden.Address { ");
    }

    [Fact]
    public void An_Avro_record_shows_its_fields() =>
        List(GoldenCase.Load("2.2", "avro-native-hashmap"), StateListDepth.Types).States.Single(state => state.Name == "avro-value").ValueType
            .Should().StartWith("Avro record golden.avro.Reading { id: long, name: string, ratio: null | double, ");

    [Fact]
    public void Types_alone_count_nothing() =>
        List(GoldenCase.Load("2.2", "canonical-rocksdb"), StateListDepth.Types).States.Should().OnlyContain(state => state.Entries == null && state.Bytes == null && state.Skew == null);

    [Theory]
    [InlineData("canonical-rocksdb")]
    [InlineData("native-hashmap")]
    [InlineData("native-rocksdb")]
    public void Skew_tells_places_and_keys(string name)
    {
        var items = List(GoldenCase.Load("1.20", name), StateListDepth.Skew).States.Single(state => state.Name == "items");

        var skew = items.Skew!;
        skew.Subtasks.Places.Should().Be(2);
        (skew.Subtasks.Min + skew.Subtasks.Max).Should().Be(items.Bytes);
        skew.KeyGroups.Places.Should().Be(128);
        skew.KeyGroups.Min.Should().Be(0);
        skew.KeyGroups.Largest.Should().HaveCount(5).And.BeInDescendingOrder(place => place.Bytes);
        skew.KeyGroups.Largest[0].Entries.Should().Be(4, "the key groups 29 and 86 have four keys");
        skew.KeyGroups.MaxToMedian.Should().BeApproximately(4, 0.2);
        skew.LargestKeys.Should().HaveCount(5).And.BeInDescendingOrder(key => key.Bytes).And.OnlyContain(key => key.Key is long);
    }

    [Fact]
    public void An_operator_and_a_state_can_be_picked()
    {
        var golden = GoldenCase.Load("1.20", "canonical-rocksdb");

        List(golden, StateListDepth.Counts, "kinds", "count").States.Should().ContainSingle().Which.Entries.Should().Be(100);
        FluentActions.Invoking(() => List(golden, StateListDepth.Counts, "kinds", "nope")).Should().Throw<SavepointException>().Which.ExitCode.Should().Be(ExitCode.NotFound);
        FluentActions.Invoking(() => List(golden, StateListDepth.Types, "kinds", "nope")).Should().Throw<SavepointException>().Which.ExitCode.Should().Be(ExitCode.NotFound);
        FluentActions.Invoking(() => List(golden, StateListDepth.Types, "nope")).Should().Throw<SavepointException>().Which.ExitCode.Should().Be(ExitCode.NotFound);
    }

    [Fact]
    public void What_cannot_be_read_is_missing_in_the_numbers_and_said()
    {
        using var folder = new TempFolder();
        var copy = folder.CopyOf(GoldenCase.Load("1.20", "canonical-hashmap").SnapshotPath, "copy");
        File.Delete(Directory.GetFiles(copy).First(file => Path.GetFileName(file) != "_metadata"));

        var report = new StateListHandler(new FileStorage()).Handle(new StateListRequest(copy) { Uids = [.. Uids] }, CancellationToken.None);

        report.ExitCode.Should().Be(ExitCode.Damaged);
        report.Findings.Should().ContainSingle().Which.Message.Should().Contain("is missing");
        report.States.Single(state => state.Name == "count").Entries.Should().BeInRange(40, 60);
    }

    private static StateListReport List(GoldenCase golden, StateListDepth depth, string? @operator = null, string? state = null) =>
        new StateListHandler(new FileStorage()).Handle(
            new StateListRequest(golden.SnapshotPath)
            {
                Depth = depth,
                Operator = @operator,
                State = state,
                Uids = [.. Uids],
                Mappings = new PathMappings(golden.Mappings.Select(mapping => new PathMapping(mapping.Key, mapping.Value))),
            },
            CancellationToken.None);
}
