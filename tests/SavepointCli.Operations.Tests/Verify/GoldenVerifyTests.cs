using SavepointCli.Operations.Snapshots;
using SavepointCli.Operations.Verify;
using SavepointCli.Storage;
using SavepointCli.Testing;

namespace SavepointCli.Operations.Tests.Verify;

public sealed class GoldenVerifyTests
{
    private static readonly VerifyHandler Handler = new(new FileStorage(), new Random(1));

    [Theory]
    [MemberData(nameof(GoldenCase.Names), MemberType = typeof(GoldenCase))]
    public void Every_snapshot_of_real_Flink_is_whole(string flink, string name)
    {
        var golden = GoldenCase.Load(flink, name);

        var report = Verify(golden, VerifyDepth.Data);

        report.Findings.Where(finding => finding.Severity != VerifySeverity.Note).Should().BeEmpty();
        report.IsDamaged.Should().BeFalse();
        report.Totals.Entries.Should().BePositive();
    }

    [Theory]
    [InlineData(VerifyDepth.Structure, 0, 0)]
    [InlineData(VerifyDepth.Files, 2, 0)]
    [InlineData(VerifyDepth.Data, 2, 3808)]
    public void Each_depth_reads_no_more_than_it_must(VerifyDepth depth, int files, long entries)
    {
        var report = Verify(GoldenCase.Load("1.20", "canonical-rocksdb"), depth);

        report.Totals.Operators.Should().Be(20);
        report.Totals.Files.Should().Be(files);
        report.Totals.Entries.Should().Be(entries);
    }

    [Fact]
    public void What_only_the_job_can_decode_is_a_note_once_for_a_state()
    {
        var report = Verify(GoldenCase.Load("2.2", "canonical-rocksdb"), VerifyDepth.Data);

        report.Findings.Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Severity = VerifySeverity.Note,
            Code = VerifyCode.NotChecked,
            Operator = "scalars",
            State = "v-kryo",
            Subtask = 0,
            Message = "values hold golden.Opaque, which only that class can decode",
        });
    }

    [Fact]
    public void The_slices_together_are_all_of_the_data_and_each_is_a_part()
    {
        var golden = GoldenCase.Load("1.16", "canonical-rocksdb-wide");
        var all = Verify(golden, VerifyDepth.Data).Totals.Entries;

        var slices = Enumerable.Range(1, 7).Select(slice => Verify(golden, VerifyDepth.Data, new DataSubset(slice, 7, 0)).Totals.Entries).ToList();

        slices.Sum().Should().Be(all);
        slices.Should().OnlyContain(entries => entries > all / 20 && entries < all / 3);
    }

    [Fact]
    public void A_share_is_about_that_much()
    {
        var golden = GoldenCase.Load("1.16", "canonical-rocksdb-wide");

        var entries = Verify(golden, VerifyDepth.Data, DataSubset.Parse("20%")).Totals.Entries;

        entries.Should().BeInRange(300, 1500, "the snapshot has 3799 entries");
    }

    [Theory]
    [InlineData("1/7")]
    [InlineData("7/7")]
    [InlineData("5%")]
    [InlineData("0.5%")]
    public void A_part_is_written_as_it_was_read(string text) => DataSubset.Parse(text).ToString().Should().Be(text);

    [Theory]
    [InlineData("0/7")]
    [InlineData("8/7")]
    [InlineData("-1/7")]
    [InlineData("101%")]
    [InlineData("0%")]
    [InlineData("NaN%")]
    [InlineData("5")]
    [InlineData("")]
    public void What_is_no_part_is_wrong_usage(string text) =>
        FluentActions.Invoking(() => DataSubset.Parse(text)).Should().Throw<SavepointException>().Which.ExitCode.Should().Be(ExitCode.Usage);

    private static VerifyReport Verify(GoldenCase golden, VerifyDepth depth, DataSubset? subset = null) => Handler.Handle(
        new VerifyRequest(golden.SnapshotPath)
        {
            Depth = depth,
            Subset = subset,
            Mappings = new PathMappings(golden.Mappings.Select(mapping => new PathMapping(mapping.Key, mapping.Value))),
        },
        CancellationToken.None);
}
