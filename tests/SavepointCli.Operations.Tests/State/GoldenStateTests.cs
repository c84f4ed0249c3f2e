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
            foreach (var golden in GoldenCase.All.Where(golden => golden.Expected is not null && golden.Name != "checkpoint-changelog"))
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

        var found = reading.Entries(CancellationToken.None).Where(entry => IsExpected(golden, entry)).Select(StateLine.Of).ToList();

        StateLines.Compare(golden.ExpectedLines, found).Should().BeEmpty();
        reading.Findings.Select(finding => $"{finding.Severity} {finding.Operator} {finding.State}: {finding.Message}").Should().Equal(
            golden.ExpectedLines.Any(line => line.Contains("$kryo", StringComparison.Ordinal))
                ? ["Warning scalars v-kryo: holds values of golden.Opaque, which only that class can decode"]
                : []);
    }

    /// <summary>What is expected of the Avro job says nothing of its gate.</summary>
    private static bool IsExpected(GoldenCase golden, StateEntry entry) => !golden.Parts.Contains("avro") || entry.Operator == "avro";

    private static StateReading Read(GoldenCase golden) =>
        new StateReadHandler(new FileStorage()).Open(new StateReadRequest
        {
            Path = golden.SnapshotPath,
            Uids = [.. Uids],
            Mappings = new PathMappings(golden.Mappings.Select(mapping => new PathMapping(mapping.Key, mapping.Value))),
        });
}
