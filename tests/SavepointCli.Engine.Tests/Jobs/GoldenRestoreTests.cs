using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Tests.Support;
using SavepointCli.Examples.Golden;
using SavepointCli.Format.Ids;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Operations.State;
using SavepointCli.Storage;
using SavepointCli.Testing;

namespace SavepointCli.Engine.Tests.Jobs;

/// <summary>A savepoint that real Flink took is taken over, carried on, and read back.</summary>
public sealed class GoldenRestoreTests : IDisposable
{
    private const int NewEvents = 100;
    private const string WithoutUid = "?";
    private const string FirstKryoFree = "2.";

    private static readonly string[] Uids = ["numbers", "gate", "kinds", "scalars", "tumbling", "sessions", "rules", "short-key"];
    private static readonly string[] TakenOver = ["gate", "kinds", "rules", "short-key", WithoutUid];
    private static readonly (string Flink, string Name)[] Cases =
    [
        ("1.9", "savepoint-hashmap"), ("1.9", "savepoint-hashmap-inline"), ("1.13", "canonical-hashmap"),
        ("1.16", "canonical-hashmap"), ("1.16", "canonical-rocksdb"),
        ("1.20", "canonical-hashmap"), ("1.20", "canonical-rocksdb-p4"), ("2.2", "canonical-rocksdb"), ("2.3", "canonical-hashmap"),
    ];

    private readonly TestCluster _cluster = new();

    public static TheoryData<string, string, int> Restores
    {
        get
        {
            var restores = new TheoryData<string, string, int>();
            foreach (var (flink, name) in Cases)
            {
                for (var parallelism = 1; parallelism <= 3; parallelism++)
                {
                    restores.Add(flink, name, parallelism);
                }
            }

            return restores;
        }
    }

    [Theory]
    [MemberData(nameof(Restores))]
    public async Task A_savepoint_of_real_Flink_goes_on_and_reads_back(string flink, string name, int parallelism)
    {
        var golden = GoldenCase.Load(flink, name);
        var total = golden.Numbers + NewEvents;
        _cluster.Programs.AddMain("golden", GoldenJob.Main);

        var job = await _cluster.SubmitAsync(new JobSubmission("golden")
        {
            SavepointPath = golden.SnapshotPath,
            AllowNonRestoredState = true,
            Parallelism = parallelism,
            Arguments =
            [
                "--to", $"{total}", "--keys", $"{golden.Keys}", "--rate", "5000", "--print", "true", "--auto-id", IdWithoutUid(golden),
                "--with-account", flink.StartsWith(FirstKryoFree, StringComparison.Ordinal) ? "true" : "false",
            ],
        });
        await TestCluster.UntilAsync(() => Printed().Count >= NewEvents || _cluster.Cluster.Find(job)!.Failure is not null);
        _cluster.Cluster.Find(job)!.Failure.Should().BeNull();
        await _cluster.UntilRunningAsync(job);
        var savepoint = await _cluster.SavepointAsync(job);

        Printed().Should().HaveCount(NewEvents).And.Contain($"42={CountOf(golden, 42) + 1}");
        StateLines.Compare(Expected(golden, total, parallelism), Read(savepoint)).Should().BeEmpty();
    }

    public void Dispose() => _cluster.Dispose();

    /// <summary>What <c>kinds</c> printed, without the number of the subtask.</summary>
    private List<string> Printed() =>
        [.. _cluster.Output.Select(line => line[(line.IndexOf("> ", StringComparison.Ordinal) is var at and >= 0 ? at + 2 : 0)..].Trim())];

    /// <summary>The id that Flink gave to the operator without uid: the only one with keyed state whose uid nobody knows.</summary>
    private static string IdWithoutUid(GoldenCase golden)
    {
        var known = Uids.Select(OperatorIds.FromUid).ToHashSet();
        return Snapshot.Open(golden.SnapshotPath, new FileStorage()).Metadata.Operators
            .Where(state => !known.Contains(state.Id))
            .Single(state => state.Subtasks.Any(subtask => subtask.ManagedKeyedState is not null)).Id.ToString();
    }

    private static long CountOf(GoldenCase golden, long key) => golden.ExpectedLines.Select(Parse)
        .Where(line => Is(line, "kinds", "count") && (long)line["key"]! == key).Select(line => (long)line["value"]!).Single();

    private static List<string> Read(string savepoint)
    {
        var reading = new StateReadHandler(new FileStorage()).Open(new StateReadRequest { Path = savepoint, Uids = [.. Uids] });
        var lines = reading.Entries(CancellationToken.None).Select(Line).ToList();
        reading.Findings.Should().BeEmpty();
        return lines;
    }

    private static string Line(StateEntry entry)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            StateEntryJson.Write(writer, entry);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The golden lines of what the job takes over, with the events from then on.</summary>
    private static IEnumerable<string> Expected(GoldenCase golden, int total, int parallelism)
    {
        var perKey = golden.ExpectedLines.Select(Parse)
            .Where(line => TakenOver.Contains((string)line["operator"]!) && line.ContainsKey("key")).ToList();
        for (var n = golden.Numbers; n < total; n++)
        {
            var passed = Event.Of(n, golden.Keys);
            perKey.ForEach(line => Apply(line, passed));
            perKey.Add(Timer(passed));
        }

        // The job of 1.9 had no windows, so they begin with the new events.
        var windows = GoldenWindows.Expected(Enumerable.Range(0, total).Skip(golden.Parts.Contains("windows") ? 0 : golden.Numbers), golden.Keys);
        return [.. perKey.Concat(windows).Concat(OperatorState(golden, total, parallelism)).Select(line => line.ToJsonString())];
    }

    private static void Apply(JsonObject line, Event passed)
    {
        var (name, key) = ((string)line["operator"]!, (long)line["key"]!);
        var value = line["value"]!;
        if (name == WithoutUid ? key == (int)(passed.N % 11) : name == "short-key" && key == passed.N % 13)
        {
            line["value"] = passed.N;
        }
        else if (name == "kinds" && key == passed.Key)
        {
            switch ((string)line["state"]!)
            {
                case "count":
                    line["value"] = (long)value + 1;
                    break;
                case "sum":
                    line["value"] = (long)value + passed.N;
                    break;
                case "avg":
                    line["value"] = new JsonArray((long)value[0]! + passed.N, (long)value[1]! + 1);
                    break;
                case "items":
                    value.AsArray().Add($"item-{passed.N}");
                    break;
                case "by-name":
                    value[passed.Name] = passed.N;
                    break;
            }
        }
    }

    private static JsonObject Timer(Event passed) => new()
    {
        ["operator"] = "kinds",
        ["state"] = "_timer_state/event_user-timers",
        ["kind"] = "timer",
        ["key"] = passed.Key,
        ["namespace"] = null,
        ["value"] = 10_000_000_000_000 + passed.N,
    };

    private static IEnumerable<JsonObject> OperatorState(GoldenCase golden, int total, int parallelism)
    {
        var rules = golden.ExpectedLines.Select(Parse).FirstOrDefault(line => Is(line, "rules", "rules"))?["value"] ?? new JsonObject();
        for (var subtask = 0; subtask < parallelism; subtask++)
        {
            var passed = (total - subtask + parallelism - 1) / parallelism;
            yield return Of("gate", "gate-passed", "split", subtask, new JsonArray(passed, -(subtask + 1)));
            yield return Of("gate", "gate-owners", "union", subtask, new JsonArray(new JsonArray($"subtask-{subtask}", passed)));
            yield return Of("rules", "rules", "broadcast", subtask, rules.DeepClone());
        }
    }

    private static JsonObject Of(string name, string state, string kind, int subtask, JsonNode value) => new()
    {
        ["operator"] = name,
        ["state"] = state,
        ["kind"] = kind,
        ["subtask"] = subtask,
        ["value"] = value,
    };

    private static JsonObject Parse(string line) => JsonNode.Parse(line)!.AsObject();

    private static bool Is(JsonObject line, string name, string state) =>
        (string)line["operator"]! == name && (string)line["state"]! == state;
}
