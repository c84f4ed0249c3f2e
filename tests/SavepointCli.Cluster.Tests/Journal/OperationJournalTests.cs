using SavepointCli.Cluster.Discovery;
using SavepointCli.Cluster.Jobs;
using SavepointCli.Cluster.Journal;
using SavepointCli.Format.Ids;
using SavepointCli.Testing;

namespace SavepointCli.Cluster.Tests.Journal;

public sealed class OperationJournalTests : IDisposable
{
    private static readonly JobId Job = new(0xabc);

    private readonly TempFolder _folder = new();

    private OperationJournal Journal => new(_folder["operations"], TimeProvider.System);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_noted_is_read_again()
    {
        var record = Fresh() with
        {
            Cluster = new ClusterReference("http://h:1", "kubernetes-session")
            {
                Properties = new Dictionary<string, string> { ["kubernetes.cluster-id"] = "orders" },
            },
            ClusterId = TriggerId.Random(),
            Failure = new OperationFailure(23, "why", "what"),
        };

        await Journal.BeginAsync(record, CancellationToken.None);

        Journal.Find(record.Id).Should().BeEquivalentTo(record);
        Journal.Find(record.Id)!.Cluster.ToSelection().Target.Should().Be("kubernetes-session");
        Journal.Find(TriggerId.Random()).Should().BeNull();
    }

    [Fact]
    public async Task An_id_that_is_taken_gives_what_is_known_of_it()
    {
        var first = Fresh();
        await Journal.BeginAsync(first, CancellationToken.None);

        var second = await Journal.BeginAsync(first with { RequestedAt = first.RequestedAt.AddDays(1) }, CancellationToken.None);

        second.RequestedAt.Should().Be(first.RequestedAt);
    }

    [Fact]
    public async Task Of_many_that_begin_at_once_exactly_one_is_the_first()
    {
        var id = TriggerId.Random();
        var fresh = Enumerable.Range(0, 20).Select(i => Fresh(id) with { Location = $"{i}" }).ToList();

        var begun = await Task.WhenAll(fresh.Select(record => Task.Run(() => Journal.BeginAsync(record, CancellationToken.None))));

        begun.Where((record, i) => ReferenceEquals(record, fresh[i])).Should().ContainSingle();
        begun.Select(record => record.Location).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task What_is_over_stays_as_it_is()
    {
        var record = Fresh();
        await Journal.BeginAsync(record, CancellationToken.None);
        await Journal.UpdateAsync(record with { State = OperationState.Completed, Location = "file:/sp" }, CancellationToken.None);

        var late = await Journal.UpdateAsync(record with { State = OperationState.Accepted }, CancellationToken.None);

        late.State.Should().Be(OperationState.Completed);
        Journal.Find(record.Id)!.Location.Should().Be("file:/sp");
    }

    [Fact]
    public async Task A_file_that_was_being_written_when_the_process_died_is_not_seen()
    {
        var record = Fresh();
        await Journal.BeginAsync(record, CancellationToken.None);
        File.WriteAllText(_folder["operations", $"{record.Id}.json.4711"], "{\"id\":\"01");

        Journal.List().Operations.Should().ContainSingle();
        Journal.List().Unreadable.Should().BeEmpty();
    }

    [Fact]
    public async Task A_damaged_file_hides_no_others()
    {
        await Journal.BeginAsync(Fresh(), CancellationToken.None);
        File.WriteAllText(_folder["operations", "x.json"], "null");

        var content = Journal.List();

        content.Operations.Should().ContainSingle();
        content.Unreadable.Should().ContainSingle().Which.Should().Contain("x.json");
    }

    [Fact]
    public async Task Only_its_owner_may_look_into_it()
    {
        await Journal.BeginAsync(Fresh(), CancellationToken.None);

        if (OperatingSystem.IsWindows()) return;
        File.GetUnixFileMode(_folder["operations"]).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task A_lock_that_is_held_is_waited_for()
    {
        Directory.CreateDirectory(_folder["operations"]);
        Task<OperationRecord> waiting;
        using (await JournalLock.TakeAsync(_folder["operations"], TimeProvider.System, CancellationToken.None))
        {
            waiting = Journal.BeginAsync(Fresh(), CancellationToken.None);
            waiting.IsCompleted.Should().BeFalse();
        }

        (await waiting).State.Should().Be(OperationState.Requested);
    }

    private static OperationRecord Fresh(TriggerId? id = null) => new(
        id ?? TriggerId.Random(),
        OperationRequest.Of(Job, new SavepointTrigger("file:/target", SavepointFormat.Native)),
        new ClusterReference("http://localhost:8081"),
        TimeProvider.System.GetUtcNow(),
        OperationState.Requested);
}
