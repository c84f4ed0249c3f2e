using SavepointCli.Engine.Checkpoints;
using SavepointCli.Engine.Jobs;

namespace SavepointCli.Engine.Tests.Checkpoints;

public sealed class SnapshotRequestsTests
{
    private static readonly SnapshotRequest Savepoint = new(SnapshotKind.Savepoint, SavepointFormat.Canonical, "/sp");

    private long _number;

    [Fact]
    public void Savepoints_come_first_then_what_somebody_waits_for_then_the_older()
    {
        var requests = new SnapshotRequests(maxConcurrent: 10);
        RequestedSnapshot[] added =
        [
            Add(requests, SnapshotRequest.PeriodicCheckpoint), Add(requests, SnapshotRequest.PeriodicCheckpoint),
            Add(requests, SnapshotRequest.Checkpoint), Add(requests, Savepoint), Add(requests, Savepoint),
        ];

        Enumerable.Range(0, added.Length).Select(_ => requests.Take(0, 0)).Should()
            .Equal(added[3], added[4], added[2], added[0], added[1]);
        requests.Take(0, 0).Should().BeNull();
    }

    [Fact]
    public void A2_2_Checkpoints_wait_for_those_under_way_and_savepoints_do_not()
    {
        var requests = new SnapshotRequests(maxConcurrent: 1);
        var checkpoint = Add(requests, SnapshotRequest.Checkpoint);

        requests.Take(pending: 1, cleaning: 0).Should().BeNull();
        var savepoint = Add(requests, Savepoint);
        requests.Take(pending: 1, cleaning: 0).Should().Be(savepoint);
        requests.Take(pending: 0, cleaning: 0).Should().Be(checkpoint);
    }

    [Fact]
    public void Nothing_starts_while_too_much_is_being_deleted()
    {
        var requests = new SnapshotRequests(maxConcurrent: 1);
        var savepoint = Add(requests, Savepoint);

        requests.Take(pending: 0, cleaning: 2).Should().BeNull();
        requests.Take(pending: 0, cleaning: 1).Should().Be(savepoint);
    }

    [Fact]
    public void F35_A_full_queue_gives_up_the_last_periodic_request_and_then_refuses()
    {
        const int Capacity = 1000;
        var requests = new SnapshotRequests(maxConcurrent: 1);
        for (var i = 1; i < Capacity; i++)
        {
            Add(requests, Savepoint);
        }

        var periodic = Add(requests, SnapshotRequest.PeriodicCheckpoint);
        requests.Add(new RequestedSnapshot(Savepoint, _number++)).Should().Be(periodic);
        var tooMany = new RequestedSnapshot(Savepoint, _number++);
        requests.Add(tooMany).Should().Be(tooMany);
        requests.Count.Should().Be(Capacity);
    }

    private RequestedSnapshot Add(SnapshotRequests requests, SnapshotRequest request)
    {
        var requested = new RequestedSnapshot(request, _number++);
        requests.Add(requested).Should().BeNull();
        return requested;
    }
}
