using System.Text.Json;
using SavepointCli.Format.Ids;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Operations.State;
using SavepointCli.Storage;
using SavepointCli.Testing;

namespace SavepointCli.Operations.Tests.State;

/// <summary>What a filter leaves is what a full read gives, filtered.</summary>
public sealed class StateFilterTests
{
    private static readonly string[] Uids = ["numbers", "gate", "kinds", "scalars", "tumbling", "sessions", "rules", "short-key"];

    public static TheoryData<string, string> Cases => new()
    {
        { "1.20", "canonical-rocksdb" },
        { "1.20", "native-hashmap" },
        { "2.2", "canonical-rocksdb-wide" },
        { "2.2", "native-rocksdb" },
        { "1.9", "savepoint-hashmap" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_key_that_is_asked_for_as_it_is_printed_gives_its_entries(string flink, string name)
    {
        var golden = GoldenCase.Load(flink, name);
        var all = Read(golden, request => request);
        var keys = all.Select(entry => entry.GetProperty("key").GetRawText()).Where(key => key != "null").Distinct().ToList();

        foreach (var key in keys.Where((_, index) => index % (keys.Count / 12 + 1) == 0))
        {
            var found = Read(golden, request => request with { Key = new WantedText(key) });

            Texts(found).Should().Equal(Texts(all.Where(entry => entry.GetProperty("key").GetRawText() == key)), "that is what key {0} has", key);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_namespace_gives_the_entries_of_that_window(string flink, string name)
    {
        var golden = GoldenCase.Load(flink, name);
        var all = Read(golden, request => request);

        foreach (var window in all.Select(entry => entry.GetProperty("namespace").GetRawText()).Where(text => text != "null").Distinct().Take(3))
        {
            Texts(Read(golden, request => request with { Namespace = new WantedText(window) }))
                .Should().Equal(Texts(all.Where(entry => entry.GetProperty("namespace").GetRawText() == window)));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Key_groups_give_the_entries_of_these_alone(string flink, string name)
    {
        var golden = GoldenCase.Load(flink, name);
        var range = new KeyGroupRange(40, 90);

        Texts(Read(golden, request => request with { KeyGroups = range }))
            .Should().Equal(Texts(Read(golden, request => request).Where(entry => range.Contains(entry.GetProperty("keyGroup").GetInt32()))))
            .And.NotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_limit_ends_the_reading(string flink, string name)
    {
        var golden = GoldenCase.Load(flink, name);

        foreach (var limit in (long[])[0, 1, 57])
        {
            Open(golden, request => request with { Limit = limit }).Entries(CancellationToken.None).Select(StateLine.Of)
                .Should().Equal(Open(golden, request => request).Entries(CancellationToken.None).Take((int)limit).Select(StateLine.Of));
        }
    }

    [Fact]
    public void Streams_whose_key_groups_do_not_hold_the_key_stay_closed()
    {
        var golden = GoldenCase.Load("1.20", "canonical-rocksdb");
        var storage = new WatchedStorage(new FileStorage());

        var entries = new StateReadHandler(storage)
            .Open(new StateReadRequest { Path = golden.SnapshotPath, Operator = "kinds", State = "count", KeyGroups = new KeyGroupRange(1, 1) })
            .Entries(CancellationToken.None).ToList();

        entries.Should().NotBeEmpty().And.OnlyContain(entry => entry.Subtask == 0);
        storage.Opened.Where(path => !path.EndsWith("_metadata", StringComparison.Ordinal)).Should().ContainSingle();
    }

    private static List<string> Texts(IEnumerable<JsonElement> entries) => [.. entries.Select(entry => entry.GetRawText())];

    /// <summary>Keyed entries; of heap tables without those of <c>scalars</c>, whose opaque values hide what stands behind them in a full read.</summary>
    private static List<JsonElement> Read(GoldenCase golden, Func<StateReadRequest, StateReadRequest> with) =>
    [
        .. Open(golden, with).Entries(CancellationToken.None)
            .Where(entry => entry.KeyGroup is not null && (golden.Name != "native-hashmap" || entry.Operator != "scalars"))
            .Select(entry => JsonElement.Parse(StateLine.Of(entry))),
    ];

    private static StateReading Open(GoldenCase golden, Func<StateReadRequest, StateReadRequest> with) =>
        new StateReadHandler(new FileStorage()).Open(with(new StateReadRequest
        {
            Path = golden.SnapshotPath,
            Uids = [.. Uids],
            Mappings = new PathMappings(golden.Mappings.Select(mapping => new PathMapping(mapping.Key, mapping.Value))),
        }));
}
