using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Sinks;
using SavepointCli.Streaming.Tests.Harness;
using SavepointCli.Testing;

namespace SavepointCli.Streaming.Tests.Sinks;

public sealed class FileSinkTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string[] Parts => [.. Directory.GetFiles(_folder.Path, "part-*").Order()];

    private string[] InProgress => Directory.GetFiles(_folder.Path, ".part-*.inprogress.*");

    private string[] Lines => [.. Parts.SelectMany(File.ReadAllLines).Order()];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_gets_its_name_when_the_checkpoint_that_holds_it_is_complete()
    {
        var sink = Open();
        sink.Process("a");
        sink.Process("b");
        Parts.Should().BeEmpty();
        sink.Snapshot(1);
        sink.Process("c");
        Parts.Should().BeEmpty("the checkpoint is not complete yet");
        sink.Operator.NotifyCheckpointComplete(1);

        Lines.Should().Equal("a", "b");
        InProgress.Should().ContainSingle("c belongs to the next checkpoint");
    }

    [Fact]
    public void A_later_checkpoint_commits_what_an_earlier_one_did_not()
    {
        var sink = Open();
        sink.Process("a");
        sink.Snapshot(1);
        sink.Operator.NotifyCheckpointAborted(1);
        sink.Process("b");
        sink.Snapshot(2);
        sink.Operator.NotifyCheckpointComplete(2);

        Lines.Should().Equal("a", "b");
        InProgress.Should().BeEmpty();
    }

    [Fact]
    public void A_restored_snapshot_commits_its_files_and_leaves_out_what_came_after()
    {
        var failing = Open();
        failing.Process("in the snapshot");
        failing.Snapshot(1);
        failing.Process("after the snapshot");
        failing.Operator.Close();

        var restored = Open(failing.State);
        restored.Process("again");
        restored.Snapshot(2);
        restored.Operator.NotifyCheckpointComplete(2);

        Lines.Should().Equal("again", "in the snapshot");
    }

    [Fact]
    public void Restoring_twice_commits_once_even_if_the_file_was_taken_away()
    {
        var sink = Open();
        sink.Process("a");
        sink.Snapshot(1);
        sink.Operator.NotifyCheckpointComplete(1);
        // The state was written before the commit, so it still names the file.
        var state = new MemoryOperatorState();
        state.List<(long, string, string)>("file-sink-pending").Add((1, ".part-x.inprogress.y", Path.GetFileName(Parts[0])));

        Open(state);
        Lines.Should().Equal("a");
        File.Delete(Parts[0]);
        Open(state);
        Parts.Should().BeEmpty();
    }

    [Fact]
    public void A_final_file_is_never_overwritten()
    {
        var sink = Open();
        sink.Process("ours");
        sink.Snapshot(1);
        var name = sink.State.List<(long, string InProgress, string Final)>("file-sink-pending").Single().Final;
        File.WriteAllText(Path.Combine(_folder.Path, name), "theirs");

        sink.Operator.Invoking(complete => complete.NotifyCheckpointComplete(1)).Should().Throw<IOException>();
        File.ReadAllText(Path.Combine(_folder.Path, name)).Should().Be("theirs");
    }

    [Fact]
    public void Nothing_to_write_makes_no_file()
    {
        var sink = Open();
        sink.Snapshot(1);
        sink.Operator.NotifyCheckpointComplete(1);

        Directory.GetFiles(_folder.Path).Should().BeEmpty();
    }

    private OperatorHarness<string> Open(MemoryOperatorState? state = null)
    {
        SinkFunction<string> sink = new FileSink<string>(_folder.Path);
        var node = Capture.Of(environment => environment.FromCollection(["x"]).AddSink(sink).Uid("sink")).Node("sink");
        return OperatorHarness<string>.Of(node.CreateOperator(), state).Open();
    }
}
