using SavepointCli.Testing;

namespace SavepointCli.Tests.Operations;

/// <summary>A command that is repeated with its operation id never makes a second savepoint, whatever became of the first one.</summary>
#pragma warning disable CA1001 // what it owns is disposed of by IAsyncLifetime
public sealed class OperationIdTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private const string Id = "0123456789abcdef0123456789abcdef";
    private const string Completed = "Savepoint completed. Path: file:/savepoints/savepoint-000000-0123456789ab\n";

    private readonly TempFolder _state = new();
    private FakeCluster _cluster = null!;

    private string JournalFile => _state["savepointctl", "operations", Id + ".json"];

    public Task InitializeAsync()
    {
        _cluster = new FakeCluster();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _cluster.DisposeAsync();
        _state.Dispose();
    }

    [Fact]
    public async Task The_journal_is_on_the_disk_before_the_request_leaves()
    {
        var seen = "";
        _cluster.OnTrigger = id => seen = File.ReadAllText(_state["savepointctl", "operations", id + ".json"]);

        var run = await TakeAsync();

        run.ExitCode.Should().Be(ExitCode.Done);
        seen.Should().Contain("\"state\": \"requested\"").And.Contain(FakeCluster.Job);
        File.ReadAllText(JournalFile).Should().Contain("\"state\": \"completed\"").And.Contain("savepoint-000000-0123456789ab");
    }

    [Fact]
    public async Task What_is_complete_is_told_without_asking_the_cluster_again()
    {
        await TakeAsync();
        await _cluster.DisposeAsync();

        var again = await TakeAsync();

        again.ExitCode.Should().Be(ExitCode.Done);
        again.Output.Should().Contain(Completed);
        again.Error.Should().StartWith($"note: operation {Id} was requested at ");
    }

    [Fact]
    public async Task A_lost_answer_leads_back_to_the_operation_that_runs()
    {
        _cluster.LosesAnswers = true;
        var lost = await TakeAsync();
        lost.ExitCode.Should().Be(ExitCode.Unreachable);
        lost.Error.Should().Contain($"savepointctl operation wait {Id}");

        _cluster.LosesAnswers = false;
        var again = await TakeAsync();

        again.ExitCode.Should().Be(ExitCode.Done);
        again.Output.Should().Contain(Completed);
        _cluster.Begun.Should().Be(1);
        _cluster.Requests.Count(request => request.Method == "POST").Should().Be(1);
    }

    [Fact]
    public async Task What_certainly_never_began_is_sent_again()
    {
        _cluster.LosesRequests = true;
        (await TakeAsync()).ExitCode.Should().Be(ExitCode.Unreachable);

        _cluster.LosesRequests = false;
        var again = await TakeAsync();

        again.ExitCode.Should().Be(ExitCode.Done);
        again.Error.Should().Contain("the job's checkpoint history shows that it never began; sending it again");
        _cluster.Begun.Should().Be(1);
    }

    [Fact]
    public async Task What_was_not_even_delivered_is_sent_again_without_much_ado()
    {
        var port = _cluster.Port;
        await _cluster.DisposeAsync();
        (await TakeAsync()).ExitCode.Should().Be(ExitCode.Unreachable);
        File.ReadAllText(JournalFile).Should().Contain("\"state\": \"refused\"");

        _cluster = new FakeCluster(port);
        var again = await TakeAsync();

        again.ExitCode.Should().Be(ExitCode.Done);
        again.Error.Should().BeEmpty();
    }

    [Fact]
    public async Task An_expired_result_is_found_in_the_checkpoint_history()
    {
        await TakeAsync("-detached");
        _cluster.ForgetResults();

        var again = await TakeAsync();

        again.ExitCode.Should().Be(ExitCode.Done);
        again.Output.Should().Contain(Completed);
        again.Error.Should().Contain($"the cluster has forgotten operation {Id}; by the job's checkpoint history it is savepoint 1");
        _cluster.Begun.Should().Be(1);
    }

    [Fact]
    public async Task Of_two_savepoints_that_fit_none_is_picked()
    {
        await TakeAsync("-detached");
        _cluster.ForgetResults();
        _cluster.AddForeignSavepoint(TimeProvider.System, "file:/savepoints/savepoint-000000-ba9876543210");

        var again = await TakeAsync();

        again.ExitCode.Should().Be(ExitCode.NotFound);
        again.Error.Should().Contain("has 2 savepoints that fit").And.Contain("savepoint-000000-ba9876543210");
        _cluster.Begun.Should().Be(1);
    }

    [Fact]
    public async Task A_restarted_JobManager_is_no_reason_for_a_second_savepoint()
    {
        _cluster.Location = null;
        await TakeAsync("-detached");
        _cluster.Restart(TimeProvider.System);

        var again = await TakeAsync();

        again.ExitCode.Should().Be(ExitCode.NotFound);
        again.Error.Should().Contain($"error: the cluster does not know operation {Id}");
        again.Error.Should().Contain("a new --operation-id asks for another one");
        _cluster.Begun.Should().Be(1);
    }

    [Fact]
    public async Task A_lost_answer_and_a_restarted_JobManager_together_prove_nothing()
    {
        _cluster.LosesAnswers = true;
        await TakeAsync();
        _cluster.LosesAnswers = false;
        _cluster.Restart(TimeProvider.System);

        var again = await TakeAsync();

        again.ExitCode.Should().Be(ExitCode.NotFound);
        _cluster.Begun.Should().Be(1);
    }

    [Fact]
    public async Task A_savepoint_of_a_job_that_is_gone_is_found_in_its_directory()
    {
        var target = _state["target"];
        var directory = Directory.CreateDirectory(Path.Combine(target, "savepoint-000000-0123456789ab")).FullName;
        await TakeAsync("-detached", FakeCluster.Job, target);
        File.WriteAllBytes(Path.Combine(directory, "_metadata"), [0]);
        _cluster.ForgetResults();
        _cluster.HasJob = false;

        var again = await TakeAsync(FakeCluster.Job, target);

        again.ExitCode.Should().Be(ExitCode.Done);
        again.Output.Should().Contain($"Savepoint completed. Path: file:{directory}\n");
        again.Error.Should().Contain("the one savepoint of the job that was written to");
        _cluster.Begun.Should().Be(1);
    }

    [Fact]
    public async Task Two_processes_at_once_share_one_savepoint()
    {
        var both = await Task.WhenAll(TakeAsync(), TakeAsync());

        both.Should().OnlyContain(run => run.ExitCode == ExitCode.Done && run.Output.Contains(Completed));
        _cluster.Begun.Should().Be(1);
    }

    [Fact]
    public async Task The_id_of_another_operation_is_wrong_usage()
    {
        await TakeAsync();

        var other = await TakeAsync(FakeCluster.Job, "/elsewhere");

        other.ExitCode.Should().Be(ExitCode.Usage);
        other.Error.Should().Contain($"error: the operation id {Id} stands for another operation");
        _cluster.Begun.Should().Be(1);
    }

    [Theory]
    [InlineData("0123")]
    [InlineData("0123456789abcdef0123456789abcdeg")]
    public async Task An_id_is_32_hex_digits(string id)
    {
        var run = await RunAsync("savepoint", "-m", _cluster.Address, "--operation-id", id, FakeCluster.Job);

        run.ExitCode.Should().Be(ExitCode.Usage);
        _cluster.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_journal_that_cannot_be_written_is_said_and_no_obstacle()
    {
        File.WriteAllText(_state["savepointctl"], "in the way");

        var run = await TakeAsync();

        run.ExitCode.Should().Be(ExitCode.Done);
        run.Error.Should().Contain("cannot be written").And.Contain($"the operation id is {Id}");
    }

    [Fact]
    public async Task A_damaged_record_stops_the_command_before_it_asks_for_anything()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(JournalFile)!);
        File.WriteAllText(JournalFile, "{\"id\":");

        var run = await TakeAsync();

        run.ExitCode.Should().Be(ExitCode.Damaged);
        run.Error.Should().Contain(JournalFile);
        _cluster.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Wait_and_show_answer_for_an_operation_that_was_left_to_itself()
    {
        _cluster.Location = null;
        (await TakeAsync("-detached")).Output.Should().Contain(Id);

        var running = await RunAsync("operation", "show", Id);
        running.Output.Should().Contain("state:      accepted").And.Contain($"job:        {FakeCluster.Job}");

        _cluster.ForgetResults();
        _cluster.Location = "file:/savepoints/savepoint-000000-0123456789ab";
        _cluster.Restart(TimeProvider.System);
        _cluster.AddForeignSavepoint(TimeProvider.System, _cluster.Location);

        var waited = await RunAsync("operation", "wait", Id, "-o", "path");
        waited.ExitCode.Should().Be(ExitCode.Done);
        waited.Output.Should().Be("file:/savepoints/savepoint-000000-0123456789ab\n");

        var listed = await RunAsync("operation", "list");
        listed.Output.Should().MatchRegex($@"\AID +KIND +JOB +STATE +REQUESTED +RESULT\n{Id}  savepoint  {FakeCluster.Job}  completed ");
        (await RunAsync("operation", "list", "-o", "json")).Output.Should().Contain("\"source\":\"checkpoint-history\"");
    }

    [Fact]
    public async Task An_operation_of_another_machine_is_asked_for_at_the_cluster()
    {
        await TakeAsync();
        File.Delete(JournalFile);

        var run = await RunAsync("operation", "wait", Id, "-o", "path", "-m", _cluster.Address);

        run.ExitCode.Should().Be(ExitCode.Done);
        run.Output.Should().Be("file:/savepoints/savepoint-000000-0123456789ab\n");
    }

    [Fact]
    public async Task An_operation_that_nobody_knows_is_not_found()
    {
        var run = await RunAsync("operation", "show", Id, "-m", _cluster.Address);

        run.ExitCode.Should().Be(ExitCode.NotFound);
        run.Error.Should().StartWith($"error: neither the journal of this machine nor the cluster knows an operation {Id}\n");
    }

    private Task<ToolRun> TakeAsync(params string[] arguments)
    {
        string[] positionals = arguments.Contains(FakeCluster.Job) ? [] : [FakeCluster.Job];
        return RunAsync(
            ["savepoint", "-m", _cluster.Address, "--operation-id", Id, "-Drest.retry.max-attempts=0", .. arguments, .. positionals]);
    }

    private Task<ToolRun> RunAsync(params string[] arguments) =>
        ToolRun.WithVariablesAsync(new Dictionary<string, string> { ["XDG_STATE_HOME"] = _state.Path }, arguments);
}
