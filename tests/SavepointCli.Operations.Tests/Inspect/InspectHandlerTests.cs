using SavepointCli.Operations.Inspect;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Storage;
using SavepointCli.Testing;

namespace SavepointCli.Operations.Tests.Inspect;

public sealed class InspectHandlerTests
{
    private static readonly InspectHandler Handler = new(new FileStorage());

    [Theory]
    [MemberData(nameof(GoldenCase.Names), MemberType = typeof(GoldenCase))]
    public void Every_golden_snapshot_is_what_it_was_taken_as(string flink, string name)
    {
        var golden = GoldenCase.Load(flink, name);

        var report = Inspect(golden);

        report.Kind.Should().Be(golden switch
        {
            { Flink: "1.9" } => InspectedKind.Savepoint,
            { Name: "checkpoint-changelog" } => InspectedKind.ChangelogCheckpoint,
            { IsCheckpoint: true } when name.Contains("rocksdb-incremental", StringComparison.Ordinal)
                || name == "checkpoint-rocksdb-file-merging" => InspectedKind.IncrementalCheckpoint,
            { IsCheckpoint: true } => InspectedKind.FullCheckpoint,
            { Format: "NATIVE" } => InspectedKind.NativeSavepoint,
            _ => InspectedKind.CanonicalSavepoint,
        });
        report.Findings.All(finding => finding.Contains("unknown serializer snapshot class")).Should().BeTrue();
        report.Findings.IsEmpty.Should().Be(report.Operators.All(state => state.States is not null));
        report.Total.Total.Should().Be(report.Files.Bytes + report.Files.InlineBytes);
        report.Total.UnknownStreams.Should().Be(0);
    }

    [Theory]
    [InlineData("1.9", "savepoint-hashmap", false)]
    [InlineData("1.9", "savepoint-hashmap-inline", true)]
    [InlineData("1.20", "canonical-hashmap", true)]
    [InlineData("2.2", "native-rocksdb", true)]
    [InlineData("1.20", "checkpoint-rocksdb-incremental", false)]
    [InlineData("1.20", "checkpoint-changelog", false)]
    [InlineData("2.2", "checkpoint-rocksdb-file-merging", false)]
    public void Only_snapshots_without_absolute_references_can_be_moved(string flink, string name, bool relocatable)
    {
        var report = Inspect(GoldenCase.Load(flink, name));

        report.IsRelocatable.Should().Be(relocatable);
        report.Obstacles.Any(obstacle => obstacle.Count > 0 && obstacle.Example.StartsWith("file:", StringComparison.Ordinal))
            .Should().Be(!relocatable);
    }

    [Theory]
    [InlineData("1.9", "savepoint-hashmap", "1.3 to 1.10", "1.3")]
    [InlineData("1.13", "canonical-hashmap", "1.13 to 1.15", "1.13")]
    [InlineData("1.13", "checkpoint-hashmap", "1.11 to 1.14", "1.11")]
    [InlineData("1.16", "native-hashmap", "1.16 to 1.20", "1.16")]
    [InlineData("1.20", "checkpoint-file-merging", "1.20", "1.20")]
    [InlineData("2.2", "native-rocksdb", "2.1 to 2.3", "2.1")]
    public void Metadata_and_handles_tell_which_Flink_wrote_them(string flink, string name, string writtenBy, string restorableSince)
    {
        var report = Inspect(GoldenCase.Load(flink, name));

        report.WrittenBy.Should().Be(writtenBy);
        report.RestorableSince.Should().Be(restorableSince);
    }

    [Theory]
    [MemberData(nameof(GoldenCase.Names), MemberType = typeof(GoldenCase))]
    public void The_Flink_that_wrote_a_golden_snapshot_is_among_those_that_may_have(string flink, string name)
    {
        var releases = Inspect(GoldenCase.Load(flink, name)).WrittenBy.Split(" to ").Select(Version.Parse).ToArray();

        Version.Parse(flink).Should().BeGreaterThanOrEqualTo(releases[0]).And.BeLessThanOrEqualTo(releases[^1]);
    }

    [Fact]
    public void Only_merged_files_are_called_so()
    {
        Inspect(GoldenCase.Load("1.20", "checkpoint-file-merging")).MergesFiles.Should().BeTrue();
        Inspect(GoldenCase.Load("1.20", "checkpoint-hashmap")).MergesFiles.Should().BeFalse();
    }

    [Fact]
    public void Uids_are_matched_by_their_hash_where_the_metadata_have_none()
    {
        var golden = GoldenCase.Load("1.20", "canonical-hashmap");

        var report = Inspect(golden, "kinds", "rules", "no-such-operator");

        report.Operators.Select(state => state.Uid).Where(uid => uid is not null).Should().BeEquivalentTo("kinds", "rules");
    }

    [Fact]
    public void Operators_tell_their_states_and_sizes()
    {
        var report = Inspect(GoldenCase.Load("2.2", "canonical-rocksdb"));

        var kinds = report.Operators.Single(state => state.Uid == "kinds");
        kinds.Name.Should().NotBeNullOrEmpty();
        kinds.SubtasksWithState.Should().Be(2);
        kinds.FinishedSubtasks.Should().Be(0);
        kinds.States!.Value.Where(state => state.Kind == InspectedStateKind.Keyed).Select(state => state.Name)
            .Should().BeEquivalentTo("count", "items", "by-name", "sum", "avg", "account", "simple", "ttl-label");
        kinds.States.Value.Where(state => state.Kind == InspectedStateKind.Timers).Should().HaveCount(2);
        kinds.Sizes.Keyed.Should().BePositive();
        kinds.Sizes.Operator.Should().Be(0);
        var rules = report.Operators.Single(state => state.Uid == "rules");
        rules.States!.Value.Should().Equal(new InspectedState("rules", InspectedStateKind.Broadcast));
        rules.Sizes.Keyed.Should().Be(0);
        report.Operators.Should().Contain(state => state.Sizes.Coordinator > 0, "the source has a coordinator");
    }

    [Fact]
    public void State_files_that_are_gone_become_findings()
    {
        using var folder = new TempFolder();
        var copy = folder.CopyOf(GoldenCase.Load("1.20", "canonical-hashmap").SnapshotPath, "copy");
        foreach (var file in Directory.GetFiles(copy).Where(file => Path.GetFileName(file) != "_metadata"))
        {
            File.Delete(file);
        }

        var report = Handler.Handle(new InspectRequest(copy) { Uids = ["kinds", "scalars"] }, CancellationToken.None);

        report.Findings.Should().NotBeEmpty().And.OnlyContain(finding => finding.Contains("is missing"));
        report.Operators.Should().Contain(state => state.States == null).And.Contain(state => state.States != null);
    }

    private static InspectReport Inspect(GoldenCase golden, params string[] uids)
    {
        var mappings = new PathMappings(
        [
            .. golden.Mappings.Select(mapping => new PathMapping(mapping.Key, mapping.Value)),
            new PathMapping(golden.OriginalLocation, golden.SnapshotPath),
        ]);
        return Handler.Handle(new InspectRequest(golden.SnapshotPath) { Uids = [.. uids], Mappings = mappings }, CancellationToken.None);
    }
}
