using SavepointCli.Operations.Snapshots;
using SavepointCli.Operations.State;
using SavepointCli.Storage;
using SavepointCli.Testing;

namespace SavepointCli.Operations.Tests.State;

public sealed class GoldenStateTests
{
    private static readonly string[] Uids = ["numbers", "gate", "kinds", "scalars", "tumbling", "sessions", "rules", "short-key", "avro"];

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var golden in GoldenCase.All.Where(golden => golden.Expected is not null && HasLengths(golden.Name)))
            {
                cases.Add(golden.Flink, golden.Name);
            }

            return cases;
        }
    }

    public static TheoryData<string, string> HeapCases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var golden in GoldenCase.All.Where(golden => golden.Expected is not null && IsHeapNative(golden.Name)))
            {
                cases.Add(golden.Flink, golden.Name);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_snapshot_of_real_Flink_holds_what_it_must(string flink, string name)
    {
        var golden = GoldenCase.Load(flink, name);
        var reading = Read(golden);

        var found = reading.Entries(CancellationToken.None).Select(entry => StateLine.Of(entry)).ToList();

        StateLines.Compare(golden.ExpectedLines, found).Should().BeEmpty();
        reading.Findings.Select(finding => $"{finding.Severity} {finding.Operator} {finding.State}: {finding.Message}").Should().Equal(
            golden.ExpectedLines.Any(line => line.Contains("$kryo", StringComparison.Ordinal))
                ? ["Warning scalars v-kryo: holds values of golden.Opaque, which only that class can decode"]
                : []);
    }

    /// <summary>Heap tables of <c>scalars</c> hold a value that only the job can decode, and nothing says where it ends.</summary>
    [Theory]
    [MemberData(nameof(HeapCases))]
    public void A_native_snapshot_of_the_heap_backend_holds_what_it_must_save_behind_opaque_values(string flink, string name)
    {
        var golden = GoldenCase.Load(flink, name);
        var reading = Read(golden);

        var found = reading.Entries(CancellationToken.None).Where(entry => entry.Operator != "scalars").Select(StateLine.Of).ToList();

        StateLines.Compare(golden.ExpectedLines.Where(line => !line.Contains("\"operator\":\"scalars\"", StringComparison.Ordinal)), found).Should().BeEmpty();
        reading.Findings.Should().NotContain(finding => finding.Operator != "scalars" || !finding.Message.Contains("golden.Opaque"));
    }

    private static bool HasLengths(string name) => 
        IsCanonical(name) || name.StartsWith("native-rocksdb", StringComparison.Ordinal) || name.StartsWith("stop-native-rocksdb", StringComparison.Ordinal)
        || name.StartsWith("checkpoint-rocksdb", StringComparison.Ordinal);

    private static bool IsCanonical(string name) =>
        name.StartsWith("canonical-", StringComparison.Ordinal) || name.StartsWith("stop-canonical-", StringComparison.Ordinal)
        || name.StartsWith("drain-", StringComparison.Ordinal) || name.StartsWith("savepoint-", StringComparison.Ordinal);

    private static bool IsHeapNative(string name) =>
        name.StartsWith("native-hashmap", StringComparison.Ordinal) || name is "checkpoint-hashmap" or "checkpoint-file-merging";

    private static StateReading Read(GoldenCase golden) =>
        new StateReadHandler(new FileStorage()).Open(new StateReadRequest
        {
            Path = golden.SnapshotPath,
            Uids = [.. Uids],
            Mappings = new PathMappings(golden.Mappings.Select(mapping => new PathMapping(mapping.Key, mapping.Value))),
        });
}
