using SavepointCli.Format.Handles;
using SavepointCli.Operations.Verify;

namespace SavepointCli.Operations.Tests.Verify;

/// <summary>Single bytes that were changed in state files: each is found at its place, and only once.</summary>
public sealed class DamagedDataTests
{
    private const int LengthField = sizeof(int);
    private const int KeyGroupPrefix = 1;

    [Fact]
    public void A_head_that_does_not_parse()
    {
        using var copy = new GoldenCopy("1.20", "canonical-hashmap");
        GoldenCopy.Flip(copy.StateFile, 9);

        var finding = Only(copy.Verify());

        finding.Code.Should().Be(VerifyCode.Header);
        finding.Path.Should().Be(copy.StateFile);
        finding.Offset.Should().Be(11, "the name of the key serializer begins there, and its length was changed");
        finding.Operator.Should().Be("kinds");
    }

    [Fact]
    public void A_head_that_describes_what_nobody_knows_is_a_warning()
    {
        using var copy = new GoldenCopy("1.20", "canonical-hashmap");
        GoldenCopy.Flip(copy.StateFile, 20, 0x01);

        var report = copy.Verify();

        Only(report).Should().BeEquivalentTo(new { Severity = VerifySeverity.Warning, Code = VerifyCode.NotChecked, Path = copy.StateFile });
        report.IsDamaged.Should().BeFalse("a newer Flink may have written it");
    }

    [Fact]
    public void The_length_of_a_key()
    {
        using var copy = new GoldenCopy("1.20", "canonical-rocksdb");
        var (offset, keyGroup, _, _) = copy.FirstEntryOf("count");
        GoldenCopy.Flip(copy.StateFile, offset, 0x80);

        var finding = Only(copy.Verify());

        finding.Code.Should().Be(VerifyCode.KeyGroup);
        finding.Path.Should().Be(copy.StateFile);
        finding.Offset.Should().Be(offset);
        finding.Message.Should().StartWith($"impossible length of a key in key group {keyGroup}: -");
    }

    [Fact]
    public void The_length_of_a_value()
    {
        using var copy = new GoldenCopy("1.20", "canonical-rocksdb");
        var (offset, _, key, _) = copy.FirstEntryOf("count");
        GoldenCopy.Flip(copy.StateFile, offset + LengthField + key.Length, 0x40);

        var finding = Only(copy.Verify());

        finding.Code.Should().Be(VerifyCode.KeyGroup);
        finding.Offset.Should().Be(offset);
        finding.Message.Should().StartWith("truncated: ");
    }

    [Fact]
    public void The_key_group_in_front_of_a_key()
    {
        using var copy = new GoldenCopy("1.20", "canonical-rocksdb");
        var (offset, keyGroup, _, _) = copy.FirstEntryOf("count");
        GoldenCopy.Flip(copy.StateFile, offset + LengthField, 0x01);

        Only(copy.Verify()).Should().BeEquivalentTo(new
        {
            Code = VerifyCode.Key,
            Path = copy.StateFile,
            Offset = (long?)offset + LengthField,
            Operator = "kinds",
            State = "count",
            Message = $"a key of key group {keyGroup ^ 1} stands in key group {keyGroup}",
        });
    }

    [Theory]
    [InlineData("canonical-rocksdb", LengthField + KeyGroupPrefix)]
    [InlineData("native-hashmap", 1)]
    public void A_key_that_belongs_to_another_key_group(string name, int keyStart)
    {
        using var copy = new GoldenCopy("1.20", name);
        var (offset, keyGroup, _, _) = copy.FirstEntryOf("count");
        GoldenCopy.Flip(copy.StateFile, offset + keyStart + 7, 0x55);

        var finding = Only(copy.Verify());

        finding.Code.Should().Be(VerifyCode.Key);
        finding.Path.Should().Be(copy.StateFile);
        finding.Offset.Should().Be(offset + keyStart);
        finding.State.Should().Be("count");
        finding.Message.Should().MatchRegex($@"^a key that belongs to key group \d+ stands in key group {keyGroup}$");
    }

    [Fact]
    public void A_value_that_does_not_parse()
    {
        using var copy = new GoldenCopy("1.20", "canonical-rocksdb");
        var (offset, _, key, _) = copy.FirstEntryOf("simple");
        var value = offset + LengthField + key.Length + LengthField;
        GoldenCopy.Flip(copy.StateFile, value, 0x70);

        Only(copy.Verify()).Should().BeEquivalentTo(new
        {
            Code = VerifyCode.Value,
            Path = copy.StateFile,
            Offset = (long?)value,
            Operator = "kinds",
            State = "simple",
            Message = "unknown flags of a POJO: 114",
        });
    }

    [Fact]
    public void Bytes_of_a_compressed_key_group()
    {
        using var copy = new GoldenCopy("1.20", "canonical-hashmap-compressed");
        var (_, subtask, handle) = copy.HandleOfStateFile();
        var keyGroup = handle.KeyGroups.Start + 20;
        GoldenCopy.Flip(copy.StateFile, handle.OffsetOf(keyGroup) + 10 + 4 + 4 + 40, 0x01);

        var finding = Only(copy.Verify());

        finding.Code.Should().Be(VerifyCode.KeyGroup);
        finding.Path.Should().Be(copy.StateFile);
        finding.Subtask.Should().Be(subtask.Index);
        finding.Offset.Should().BeInRange(handle.OffsetOf(keyGroup), handle.OffsetOf(keyGroup + 1));
    }

    [Fact]
    public void The_checksum_of_a_compressed_key_group()
    {
        using var copy = new GoldenCopy("1.20", "canonical-hashmap-compressed");
        var (_, _, handle) = copy.HandleOfStateFile();
        var chunk = handle.OffsetOf(handle.KeyGroups.Start + 20) + 10;
        GoldenCopy.Flip(copy.StateFile, chunk + 4, 0x01);

        var finding = Only(copy.Verify());

        finding.Should().BeEquivalentTo(new { Code = VerifyCode.KeyGroup, Offset = (long?)chunk, Message = "the checksum of a snappy chunk is wrong" });
    }

    [Fact]
    public void Bytes_between_two_key_groups()
    {
        using var copy = new GoldenCopy("1.20", "canonical-rocksdb");
        var (_, _, handle) = copy.HandleOfStateFile();
        var keyGroup = handle.KeyGroups.Start + 5;
        var end = handle.OffsetOf(keyGroup + 1) - sizeof(ushort);
        // The end mark becomes the index of a state, which stands for an entry that is not there.
        GoldenCopy.Flip(copy.StateFile, end);

        var finding = Only(copy.Verify());

        finding.Code.Should().Be(VerifyCode.KeyGroup);
        finding.Offset.Should().BeInRange(end, end + sizeof(ushort));
    }

    [Fact]
    public void State_that_is_inline_is_found_in_the_metadata_file()
    {
        using var copy = new GoldenCopy("1.20", "canonical-hashmap-inline");
        var handle = copy.Open().Metadata.Operators
            .SelectMany(state => state.Subtasks).Select(subtask => subtask.ManagedKeyedState).OfType<KeyGroupsHandle>()
            .First(keyGroups => keyGroups.Stream is InlineStreamHandle && keyGroups.Offsets.Any(offset => offset > 0));
        var inline = ((InlineStreamHandle)handle.Stream!).Data;
        var start = File.ReadAllBytes(copy.MetadataPath).AsSpan().IndexOf(inline.Span);
        var keyGroup = Enumerable.Range(handle.KeyGroups.Start, handle.KeyGroups.Count).First(candidate => handle.OffsetOf(candidate) > 0);
        var entry = start + handle.OffsetOf(keyGroup) + sizeof(ushort);
        GoldenCopy.Flip(copy.MetadataPath, entry, 0x80);

        var finding = Only(copy.Verify());

        finding.Code.Should().Be(VerifyCode.KeyGroup);
        finding.Path.Should().Be(copy.MetadataPath);
        finding.Offset.Should().Be(entry);
    }

    [Fact]
    public void Operator_state_that_does_not_parse()
    {
        using var copy = new GoldenCopy("1.20", "canonical-hashmap");
        var rules = copy.Open().Metadata.Operators.Single(state => state.Id == Format.Ids.OperatorIds.FromUid("rules"));
        var handle = rules.Subtasks[1].ManagedOperatorState!;
        var inline = ((InlineStreamHandle)handle.Stream!).Data;
        var place = File.ReadAllBytes(copy.MetadataPath).AsSpan().LastIndexOf(inline.Span) + handle.States[0].Offsets[0];
        GoldenCopy.Flip(copy.MetadataPath, place, 0x80);

        var finding = Only(copy.Verify());

        finding.Should().BeEquivalentTo(new { Code = VerifyCode.OperatorState, Path = copy.MetadataPath, Offset = (long?)place, Operator = "rules", State = "rules" });
    }

    [Fact]
    public void A_table_of_the_heap_backend_that_does_not_parse_costs_its_key_group_and_no_other()
    {
        using var copy = new GoldenCopy("1.20", "native-hashmap");
        var whole = copy.Verify().Totals.Entries;
        var (_, _, handle) = copy.HandleOfStateFile();
        var keyGroup = handle.KeyGroups.Start + 3;
        GoldenCopy.Flip(copy.StateFile, handle.OffsetOf(keyGroup) + sizeof(int));

        var report = copy.Verify();

        var finding = Only(report);
        finding.Code.Should().Be(VerifyCode.KeyGroup);
        finding.Offset.Should().BeInRange(handle.OffsetOf(keyGroup), handle.OffsetOf(keyGroup + 1));
        finding.Message.Should().StartWith($"key group {keyGroup} holds a state ");
        report.Totals.Entries.Should().BeLessThan(whole).And.BeGreaterThan(whole / 2);
    }

    [Fact]
    public void Every_key_group_that_is_damaged_is_found()
    {
        using var copy = new GoldenCopy("1.20", "canonical-rocksdb");
        var (_, _, handle) = copy.HandleOfStateFile();
        var starts = handle.Offsets.Where(offset => offset > 0).ToList();
        foreach (var start in starts)
        {
            GoldenCopy.Flip(copy.StateFile, start + sizeof(ushort), 0x80);
        }

        var report = copy.Verify();

        report.Findings.Where(finding => finding.Severity == VerifySeverity.Error).Select(finding => finding.Offset!.Value)
            .Should().Equal(starts.Select(start => start + sizeof(ushort)));
    }

    [Fact]
    public void Files_of_RocksDB_with_a_byte_changed()
    {
        using var copy = new GoldenCopy("1.20", "native-rocksdb");
        var sst = copy.Open().Metadata.Operators
            .SelectMany(state => state.Subtasks).Select(subtask => subtask.ManagedKeyedState).OfType<IncrementalKeyedStateHandle>()
            .SelectMany(handle => handle.SharedFiles.Concat(handle.PrivateFiles))
            .First(file => file.LocalPath.EndsWith(".sst", StringComparison.Ordinal) && file.Stream is InlineStreamHandle);
        var bytes = ((InlineStreamHandle)sst.Stream!).Data;
        GoldenCopy.Flip(copy.MetadataPath, File.ReadAllBytes(copy.MetadataPath).AsSpan().IndexOf(bytes.Span) + 20);

        var finding = Only(copy.Verify());

        finding.Code.Should().Be(VerifyCode.RocksDb);
        finding.Path.Should().Be(copy.MetadataPath);
        finding.Message.Should().Contain(sst.LocalPath);
    }

    private static VerifyFinding Only(VerifyReport report) =>
        report.Findings.Where(finding => finding.Severity != VerifySeverity.Note).Should().ContainSingle().Which;
}
