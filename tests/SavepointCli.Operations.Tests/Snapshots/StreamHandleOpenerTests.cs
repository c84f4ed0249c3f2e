using SavepointCli.Format.Handles;
using SavepointCli.Format.Metadata;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Storage;
using SavepointCli.Testing;

namespace SavepointCli.Operations.Tests.Snapshots;

public sealed class StreamHandleOpenerTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FileStorage _storage = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(GoldenCase.Names), MemberType = typeof(GoldenCase))]
    public void Every_stream_of_every_golden_snapshot_opens_with_the_bytes_that_its_handle_promises(string flink, string name)
    {
        var golden = GoldenCase.Load(flink, name);
        var mappings = new PathMappings(
        [
            .. golden.Mappings.Select(mapping => new PathMapping(mapping.Key, mapping.Value)),
            new PathMapping(golden.OriginalLocation, golden.SnapshotPath),
        ]);
        var snapshot = Snapshot.Open(golden.SnapshotPath, _storage, mappings);

        foreach (var stream in StateStreams.Of(snapshot.Metadata))
        {
            using var opened = snapshot.Streams.Open(stream.Handle);
            opened.Length.Should().BeGreaterThanOrEqualTo(stream.Handle.Size);
            opened.Position.Should().Be(0);
        }
    }

    [Fact]
    public void A_file_that_an_old_savepoint_names_by_its_full_path_is_found_beside_the_metadata()
    {
        File.WriteAllBytes(_folder["state-file"], [7]);

        using var stream = Opener().Open(new FileStreamHandle("file:/where/it/was/state-file", 1));

        stream.ReadByte().Should().Be(7);
    }

    [Fact]
    public void A_file_of_a_checkpoint_that_was_moved_with_its_job_folder_is_found_and_reported()
    {
        Directory.CreateDirectory(_folder["job", "chk-7"]);
        Directory.CreateDirectory(_folder["job", "shared"]);
        File.WriteAllBytes(_folder["job", "shared", "file"], [7]);
        var opener = new StreamHandleOpener(
            _storage, new SnapshotPointer(_folder["job", "chk-7"], _folder["job", "chk-7", "_metadata"]), PathMappings.None);
        var handle = new FileStreamHandle("s3://bucket/checkpoints/job/shared/file", 1);

        using var stream = opener.Open(handle);

        stream.ReadByte().Should().Be(7);
        opener.Moved.Should().Equal(new MovedFile("s3://bucket/checkpoints/job/shared/file", _folder["job", "shared", "file"]));
        opener.Invoking(it => it.PlaceOf(handle)).Should().Throw<SavepointException>("who deletes must not go by guesses");
    }

    [Theory]
    [InlineData("file:/elsewhere/job/../../file")]
    [InlineData("file:/elsewhere/other/shared/file")]
    [InlineData("file:/elsewhere/job")]
    public void Nothing_else_is_taken_for_a_file_that_is_missing(string path)
    {
        Directory.CreateDirectory(_folder["job", "chk-7"]);
        File.WriteAllBytes(_folder["file"], [7]);
        var opener = new StreamHandleOpener(
            _storage, new SnapshotPointer(_folder["job", "chk-7"], _folder["job", "chk-7", "_metadata"]), PathMappings.None);

        opener.Invoking(it => it.Open(new FileStreamHandle(path, 1))).Should().Throw<SavepointException>().Which.ExitCode.Should().Be(ExitCode.Damaged);
        opener.Moved.Should().BeEmpty();
    }

    [Fact]
    public void Inline_bytes_can_be_read_and_sought()
    {
        using var stream = Opener().Open(new InlineStreamHandle("name", new byte[] { 1, 2, 3 }.AsMemory(1)));

        stream.Length.Should().Be(2);
        stream.Seek(1, SeekOrigin.Begin);
        stream.ReadByte().Should().Be(3);
    }

    [Fact]
    public void A_segment_is_a_stream_of_its_own()
    {
        File.WriteAllBytes(_folder["merged"], [0, 1, 2, 3, 4, 5, 6, 7]);

        using var stream = Opener().Open(new SegmentStreamHandle(2, 3, 1, FlinkPath.ToUri(_folder["merged"]), "id"));

        var all = new byte[10];
        stream.Read(all).Should().Be(3);
        all.Should().StartWith(new byte[] { 2, 3, 4, 0 });
        stream.Seek(-1, SeekOrigin.End).Should().Be(2);
        stream.ReadByte().Should().Be(4);
        stream.ReadByte().Should().Be(-1);
        stream.Position = 17;
        stream.ReadByte().Should().Be(-1);
    }

    [Fact]
    public void A_missing_file_is_named_with_its_snapshot()
    {
        var open = () => Opener().Open(new RelativeFileStreamHandle("gone", 5));

        var fault = open.Should().Throw<SavepointException>().Which;
        fault.ExitCode.Should().Be(ExitCode.Damaged);
        fault.Message.Should().Be($"state file {_folder["gone"]} of snapshot file:{_folder.Path} is missing");
        fault.Hint.Should().Contain("whole directory");
    }

    [Fact]
    public void A_missing_absolute_file_hints_at_mappings()
    {
        var open = () => Opener().Open(new FileStreamHandle("file:/old/place/gone", 5));

        open.Should().Throw<SavepointException>().WithMessage("*/old/place/gone*").Which.Hint.Should().Contain("--map FROM=TO");
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(8, false)]
    [InlineData(-1, false)]
    public void A_file_shorter_than_its_handle_says_is_damaged(long size, bool refused)
    {
        File.WriteAllBytes(_folder["state"], new byte[8]);
        var open = () => Opener().Open(new RelativeFileStreamHandle("state", size)).Dispose();

        if (refused)
        {
            open.Should().Throw<SavepointException>().WithMessage("*has 8 bytes, the snapshot needs 9").Which.ExitCode.Should().Be(ExitCode.Damaged);
        }
        else
        {
            open.Should().NotThrow();
        }
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("/etc/passwd")]
    [InlineData(".")]
    public void A_relative_reference_never_leads_out_of_the_snapshot(string reference)
    {
        var open = () => Opener().Open(new RelativeFileStreamHandle(reference, 1));

        open.Should().Throw<SavepointException>().WithMessage($"*'{reference}' leads out of the snapshot*");
    }

    [Fact]
    public void A_store_that_is_not_there_is_named()
    {
        var open = () => Opener().Open(new FileStreamHandle("s3://bucket/a", 1));

        open.Should().Throw<SavepointException>().Which.ExitCode.Should().Be(ExitCode.Unsupported);
    }

    [Theory]
    [InlineData("file:/old/x", "/new/x")]
    [InlineData("file:///old/x", "/new/x")]
    [InlineData("file:/old", "/new")]
    [InlineData("file:/older/x", "file:/older/x")]
    [InlineData("file:/old/deep/x", "/deeper/x")]
    [InlineData("s3://bucket/cp/x", "file:/copy/x")]
    public void The_longest_mapping_that_fits_counts(string path, string expected)
    {
        var mappings = new PathMappings(
        [
            PathMapping.Parse("file:///old/=/new/"), PathMapping.Parse("/old/deep=/deeper"), PathMapping.Parse("s3://bucket/cp=file:/copy"),
        ]);

        mappings.Apply(path).Should().Be(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("=")]
    [InlineData("/a=")]
    [InlineData("=/a")]
    [InlineData("/a")]
    public void A_mapping_needs_both_sides(string text)
    {
        var parse = () => PathMapping.Parse(text);

        parse.Should().Throw<SavepointException>().Which.ExitCode.Should().Be(ExitCode.Usage);
    }

    private StreamHandleOpener Opener() => new(_storage, new SnapshotPointer(_folder.Path, _folder["_metadata"]), PathMappings.None);
}
