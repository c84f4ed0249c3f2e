using SavepointCli.Operations.Verify;

namespace SavepointCli.Operations.Tests.Verify;

/// <summary>Files that are gone, cut off, too long or too many: one finding each, whatever else is read.</summary>
public sealed class DamagedFileTests : IDisposable
{
    private readonly GoldenCopy _copy = new("1.20", "canonical-hashmap");

    public void Dispose() => _copy.Dispose();

    [Fact]
    public void A_missing_file_is_named()
    {
        var file = _copy.StateFile;
        File.Delete(file);

        var report = _copy.Verify();

        Only(report).Should().Be(new VerifyFinding(VerifySeverity.Error, VerifyCode.FileMissing, file, null, "the file is missing"));
        report.IsDamaged.Should().BeTrue();
        report.Totals.Entries.Should().BePositive("the rest is read all the same");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-1000)]
    [InlineData(1)]
    public void A_file_of_another_length_is_named_with_both_lengths(int difference)
    {
        var file = _copy.StateFile;
        var length = new FileInfo(file).Length;
        using (var stream = new FileStream(file, FileMode.Open)) stream.SetLength(length + difference);

        var report = _copy.Verify();

        Only(report).Should().Be(new VerifyFinding(
            VerifySeverity.Error, VerifyCode.FileLength, file, null, $"the file has {length + difference} bytes, the snapshot says {length}"));
    }

    [Fact]
    public void A_file_that_nothing_refers_to_is_a_warning()
    {
        var stray = Path.Combine(Directory.CreateDirectory(Path.Combine(_copy.Path, "sub")).FullName, "stray");
        File.WriteAllText(stray, "left over");

        var report = _copy.Verify();

        Only(report).Should().Be(new VerifyFinding(
            VerifySeverity.Warning, VerifyCode.FileUnreferenced, stray, null, "nothing in the snapshot refers to this file"));
        report.IsDamaged.Should().BeFalse();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(20_000)]
    public void Metadata_that_are_cut_off_are_a_finding_with_the_place(int length)
    {
        File.WriteAllBytes(_copy.MetadataPath, File.ReadAllBytes(_copy.MetadataPath)[..length]);

        var finding = Only(_copy.Verify());

        finding.Code.Should().Be(VerifyCode.Metadata);
        finding.Path.Should().Be(_copy.MetadataPath);
        finding.Offset.Should().BeInRange(0, length);
    }

    [Fact]
    public void Nothing_is_written_to_the_snapshot()
    {
        var before = Directory.GetFiles(_copy.Path, "*", SearchOption.AllDirectories).Select(file => (file, File.GetLastWriteTimeUtc(file))).ToList();

        _copy.Verify();

        Directory.GetFiles(_copy.Path, "*", SearchOption.AllDirectories).Select(file => (file, File.GetLastWriteTimeUtc(file))).Should().Equal(before);
    }

    private static VerifyFinding Only(VerifyReport report) =>
        report.Findings.Where(finding => finding.Severity != VerifySeverity.Note).Should().ContainSingle().Which;
}
