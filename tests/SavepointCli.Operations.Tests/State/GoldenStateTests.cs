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
            foreach (var golden in GoldenCase.All.Where(golden => golden.Expected is not null))
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
        reading.Findings.Where(finding => !IsTriedKey(finding)).Select(finding => $"{finding.Severity} {finding.Operator} {finding.State}: {finding.Message}").Should().Equal(
            golden.ExpectedLines.Any(line => line.Contains("$kryo", StringComparison.Ordinal))
                ? ["Warning scalars v-kryo: holds values of golden.Opaque, which only that class can decode"]
                : []);
    }

    /// <summary>What is expected of the Avro job says nothing of its gate.</summary>
    private static bool IsExpected(GoldenCase golden, StateEntry entry) => !golden.Parts.Contains("avro") || entry.Operator == "avro";

    [Fact]
    public void A_changelog_says_as_what_keys_are_read_whose_type_it_does_not_tell()
    {
        var reading = Read(GoldenCase.Load("1.20", "checkpoint-changelog"));
        _ = reading.Entries(CancellationToken.None).Count();

        reading.Findings.Where(IsTriedKey).Select(finding => $"{finding.Severity} {finding.Operator}: {finding.Message}").Should().Equal(
            "Warning scalars: the changelog does not say what its keys are; they are read as String, which every change fits",
            "Warning 9a6f43daefe779f4549629e6c0378b1e: the changelog does not say what its keys are; they are read as Int, which every change fits"
            + " (so would Float, Tuple2<Short, Short>, Tuple3<String, String, Short>)");
        reading.ExitCode.Should().Be(ExitCode.Done);
    }

    private static bool IsTriedKey(StateFinding finding) => finding.Message.Contains("which every change fits", StringComparison.Ordinal);

    private static StateReading Read(GoldenCase golden) =>
        new StateReadHandler(new FileStorage()).Open(new StateReadRequest
        {
            Path = golden.SnapshotPath,
            Uids = [.. Uids],
            Mappings = new PathMappings(golden.Mappings.Select(mapping => new PathMapping(mapping.Key, mapping.Value))),
        });
}
