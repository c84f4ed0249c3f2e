using SavepointCli.Testing;

namespace SavepointCli.RocksDb.Tests;

public sealed class ManifestCheckTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_without_CURRENT_is_no_database() =>
        Open().Should().Throw<RocksDbException>().Where(fault => fault.ExitCode == ExitCode.Damaged && fault.Message.Contains("CURRENT is missing"));

    [Theory]
    [InlineData("")]
    [InlineData("MANIFEST-000004")]
    [InlineData("MANIFEST-\n")]
    [InlineData("MANIFEST-00x004\n")]
    [InlineData("../MANIFEST-000004\n")]
    [InlineData("000004.sst\n")]
    [InlineData("MANIFEST-000004\n\n")]
    public void CURRENT_must_name_a_manifest(string content)
    {
        File.WriteAllText(_folder["CURRENT"], content);

        Open().Should().Throw<RocksDbException>().Which.Message.Should().Contain("does not name a manifest");
    }

    [Fact]
    public void The_manifest_that_CURRENT_names_must_be_there()
    {
        File.WriteAllText(_folder["CURRENT"], "MANIFEST-000004\n");

        Open().Should().Throw<RocksDbException>().Which.Message.Should().Contain("names MANIFEST-000004, which is missing");
    }

    [Theory]
    [InlineData("00")]
    [InlineData("0000000000000000")]
    [InlineData("FFFFFFFFFFFF01")]
    public void A_manifest_with_a_record_that_is_not_whole_is_refused_at_its_offset(string hex)
    {
        File.WriteAllText(_folder["CURRENT"], "MANIFEST-000004\n");
        File.WriteAllBytes(_folder["MANIFEST-000004"], Convert.FromHexString(hex));

        Open().Should().Throw<RocksDbException>().Which.Message.Should().Contain("MANIFEST-000004").And.Contain("at offset 0");
    }

    private Func<RocksDatabase> Open() => () => RocksDatabase.OpenReadOnly(_folder.Path);
}
