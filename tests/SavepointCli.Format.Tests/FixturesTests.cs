using System.Security.Cryptography;
using SavepointCli.Testing;

namespace SavepointCli.Format.Tests;

public sealed class FixturesTests
{
    [Theory]
    [MemberData(nameof(GoldenCase.Names), MemberType = typeof(GoldenCase))]
    public void Every_golden_case_unpacks_to_a_snapshot_with_metadata_and_lines(string flink, string name)
    {
        var golden = GoldenCase.Load(flink, name);

        golden.ToString().Should().Be($"{flink}/{name}");
        File.Exists(golden.MetadataPath).Should().BeTrue();
        (golden.ExpectedLines.Count > 0).Should().Be(golden.Expected is not null);
        golden.ExpectedLines.All(line => line.StartsWith('{')).Should().BeTrue();
    }

    [Fact]
    public void The_writer_vector_has_the_length_and_hash_that_it_was_restored_with()
    {
        var bytes = Fixtures.ReadHex("writer-golden.hex");

        bytes.Should().HaveCount(3536);
        Convert.ToHexStringLower(SHA256.HashData(bytes)).Should().Be("4ad586700d96c7e6d6da45ca93f11847323212152d8a4e77647a206e289a71e5");
    }
}
