using SavepointCli.Format.Metadata;
using SavepointCli.Testing;

namespace SavepointCli.Format.Tests.Metadata;

public sealed class HostileMetadataTests
{
    // What one byte of a file may cost at most, and what a message and the stack trace of its exception may cost.
    private const int AllocationPerByte = 64;
    private const int AllocationPerFault = 256 * 1024;

    private static readonly byte[] Masks = [0xFF, 0x80, 0x01];

    /// <summary>Versions 2, 3, 4 and 6 with all kinds of handles. Long inline state is skipped at most positions.</summary>
    public static TheoryData<string, string, int> Files => new()
    {
        { "1.9", "savepoint-hashmap", 1 },
        { "1.13", "checkpoint-hashmap", 31 },
        { "1.16", "stop-canonical-hashmap", 47 },
        { "1.20", "native-hashmap-nulls", 1 },
        { "1.20", "checkpoint-changelog", 67 },
        { "1.20", "checkpoint-file-merging", 13 },
        { "2.2", "avro-native-hashmap", 3 },
        { "2.2", "checkpoint-rocksdb-file-merging", 307 },
        { "2.2", "stop-native-rocksdb", 1009 },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Metadata_cut_off_anywhere_is_a_fault_that_names_the_file(string flink, string name, int step)
    {
        var bytes = File.ReadAllBytes(GoldenCase.Load(flink, name).MetadataPath);

        for (var length = bytes.Length - 1; length >= 0; length -= length > bytes.Length - 800 || length < 800 ? 1 : step)
        {
            var fault = Outcome(bytes.AsMemory(0, length));
            (fault is { Path: "hostile" } && fault.Offset <= length).Should().BeTrue($"{length} of {bytes.Length} bytes are not enough");
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Metadata_with_any_byte_changed_is_a_fault_or_other_metadata(string flink, string name, int step)
    {
        var bytes = File.ReadAllBytes(GoldenCase.Load(flink, name).MetadataPath);
        var faults = 0;

        for (var at = 0; at < bytes.Length; at += at < 400 ? 1 : step)
        {
            var original = bytes[at];
            foreach (var mask in Masks)
            {
                bytes[at] = (byte)(original ^ mask);
                faults += Outcome(bytes) is null ? 0 : 1;
            }

            bytes[at] = original;
        }

        faults.Should().BePositive();
        Outcome(bytes).Should().BeNull();
    }

    [Fact]
    public void A_count_of_two_thousand_million_allocates_nothing()
    {
        var bytes = Convert.FromHexString("4960672d" + "00000003" + "0000000000000001" + "7fffffff");

        Outcome(bytes)!.Message.Should().Be("impossible number of master states: 2147483647 (hostile @ 16)");
    }

    [Fact]
    public void Handles_nested_without_end_do_not_exhaust_the_stack()
    {
        var oneLevel = Convert.FromHexString("0e" + "0000000000000000" + "0000000000000000" + "00000001");
        var start = Convert.FromHexString(
            "4960672d" + "00000004" + "0000000000000001" + "00000000" + "00000001"
            + "576dd1d1f766474368806deb544ded87" + "0000000100000080" + "00" + "00000001" + "00000000" + "00000000" + "00000000");
        byte[] bytes = [.. start, .. Enumerable.Repeat(oneLevel, 20_000).SelectMany(level => level)];

        Outcome(bytes)!.Message.Should().StartWith("nested more than 200 levels deep");
    }

    [Theory]
    [InlineData("00000001", "restore it with Flink 1.3 to 1.10")]
    [InlineData("00000008", "a newer savepointctl")]
    [InlineData("ffffffff", "the file is damaged")]
    public void An_unknown_version_is_unsupported_and_says_which_are_known(string version, string hint)
    {
        var fault = Outcome(Convert.FromHexString("4960672d" + version));

        fault!.ExitCode.Should().Be(ExitCode.Unsupported);
        fault.Message.Should().Contain("known are 2 to 7");
        fault.Hint.Should().Contain(hint);
    }

    [Fact]
    public void A_file_that_is_no_metadata_lists_what_it_may_be()
    {
        var fault = Outcome("PK\u0003\u0004 whatever"u8.ToArray());

        fault!.ExitCode.Should().Be(ExitCode.Damaged);
        fault.Message.Should().Be("no Flink snapshot: the file starts with 504b0304 instead of 4960672d (hostile @ 0)");
        fault.Hint.Should().ContainAll("no metadata file", "older than 1.2", "damaged");
    }

    [Theory]
    [InlineData("0000000200000001", "impossible parallelism 2 of max parallelism 1")]
    [InlineData("0000000000000080", "impossible parallelism 0 of max parallelism 128")]
    [InlineData("0000000100010000", "impossible parallelism 1 of max parallelism 65536")]
    public void A_parallelism_that_no_job_can_have_is_a_fault(string parallelism, string message)
    {
        var bytes = Convert.FromHexString(
            "4960672d" + "00000003" + "0000000000000001" + "00000000" + "00000001" + "576dd1d1f766474368806deb544ded87" + parallelism + "0000000000");

        Outcome(bytes)!.Message.Should().StartWith(message);
    }

    private static SavepointFormatException? Outcome(ReadOnlyMemory<byte> bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        SavepointFormatException? fault = null;
        try
        {
            _ = SnapshotMetadataCodec.Read(bytes, "hostile");
        }
        catch (SavepointFormatException expected)
        {
            fault = expected;
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated < (AllocationPerByte * (long)bytes.Length) + AllocationPerFault, $"{allocated} bytes for {bytes.Length}");
        return fault;
    }
}
