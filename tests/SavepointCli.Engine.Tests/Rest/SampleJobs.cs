using SavepointCli.Engine.Jobs;
using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Tests.Rest;

/// <summary>Jobs with everything that an answer can show.</summary>
internal static class SampleJobs
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 17, 0, 0, TimeSpan.Zero);

    private static readonly OperatorId Source = Id<OperatorId>("ca88eee0095684d687a1b6495617f957", OperatorId.TryParse);
    private static readonly OperatorId Counter = Id<OperatorId>("b71731f1c0df9c3076c4a455334d0ad6", OperatorId.TryParse);

    private delegate bool Parser<T>(string text, out T id);

    public static JobId Job(string hex) => Id<JobId>(hex, JobId.TryParse);

    /// <summary>A job that runs and has taken a checkpoint, a savepoint and one more that failed, with a fourth in progress.</summary>
    public static JobDetails Running(string hex) => Counted(Create(hex, JobStatus.Running, TaskState.Running) with
    {
        Snapshots =
        [
            Snapshot(4, SnapshotKind.SyncSavepoint, SnapshotState.InProgress),
            Snapshot(3, SnapshotKind.Savepoint, SnapshotState.Failed) with { Failure = "An Exception occurred while triggering the checkpoint." },
            Snapshot(2, SnapshotKind.Savepoint, SnapshotState.Completed) with { ExternalPath = "file:/savepoints/savepoint-54c1a3-209565635877" },
            Snapshot(1, SnapshotKind.Checkpoint, SnapshotState.Completed) with { ExternalPath = "file:/checkpoints/chk-1", Discarded = true },
        ],
        Restored = new RestoredSnapshot(4, "file:/savepoints/savepoint-f4925b-3549b803fb3b", Start, IsSavepoint: true),
    });

    public static JobDetails TakingItsFirstSavepoint(string hex) => Counted(Create(hex, JobStatus.Running, TaskState.Running) with
    {
        Snapshots = [Snapshot(1, SnapshotKind.Savepoint, SnapshotState.InProgress)],
    });

    public static JobDetails Finished(string hex) => Create(hex, JobStatus.Finished, TaskState.Finished);

    public static JobDetails Canceled(string hex) => Create(hex, JobStatus.Canceled, TaskState.Canceled);

    public static JobDetails Failed(string hex) => Create(hex, JobStatus.Failed, TaskState.Failed) with
    {
        Failure = Cause,
        Failures = [new JobFailure(Cause, Start.AddSeconds(9), "count -> rare -> Sink: out (1/2)")],
    };

    private static JobOperationException Cause { get; } = new(
        ExitCode.Failed, "org.apache.flink.runtime.JobException", "Recovery is suppressed by NoRestartBackoffTimeStrategy",
        inner: new InvalidOperationException("deliberate failure after 3 records"));

    private static JobDetails Counted(JobDetails job) => job with
    {
        SnapshotCounts = new SnapshotCounts(
            job.Snapshots.Count, Count(job, SnapshotState.InProgress), Count(job, SnapshotState.Completed), Count(job, SnapshotState.Failed)),
        LatestSnapshots = new LatestSnapshots(
            job.Snapshots.FirstOrDefault(snapshot => snapshot is { State: SnapshotState.Completed, Kind: SnapshotKind.Checkpoint }),
            job.Snapshots.FirstOrDefault(snapshot => snapshot is { State: SnapshotState.Completed, Kind: not SnapshotKind.Checkpoint }),
            job.Snapshots.FirstOrDefault(snapshot => snapshot.State == SnapshotState.Failed)),
    };

    private static int Count(JobDetails job, SnapshotState state) => job.Snapshots.Count(snapshot => snapshot.State == state);

    private static SubtaskDetails[] Instances(TaskState state) =>
    [
        .. Enumerable.Range(0, 2).Select(index => new SubtaskDetails(
            index, 0, state,
            new Dictionary<TaskState, DateTimeOffset>
            {
                [TaskState.Created] = Start,
                [TaskState.Deploying] = Start.AddMilliseconds(20),
                [TaskState.Initializing] = Start.AddMilliseconds(30),
                [state] = Start.AddMilliseconds(40),
            },
            new Engine.Tasks.TaskIo())),
    ];

    private static JobDetails Create(string hex, JobStatus status, TaskState tasks)
    {
        var terminal = status is JobStatus.Finished or JobStatus.Canceled or JobStatus.Failed;
        var end = Start.AddSeconds(9);
        var entered = new Dictionary<JobStatus, DateTimeOffset>
        {
            [JobStatus.Initializing] = Start,
            [JobStatus.Created] = Start.AddMilliseconds(10),
            [JobStatus.Running] = Start.AddMilliseconds(20),
        };
        entered[status] = terminal ? end : entered[JobStatus.Running];
        return new JobDetails(
            new JobOverview(
                Job(hex), "web job", status, Start, terminal ? end : null, entered[status], new Dictionary<TaskState, int> { [tasks] = 4 }),
            entered,
            [
                new JobVertexDetails(Source, "Source: numbers -> throttle", 2, 128, [], [tasks, tasks]) { Instances = Instances(tasks) },
                new JobVertexDetails(Counter, "count -> rare -> Sink: out", 2, 128, [new JobVertexInput(Source, "HASH")], [tasks, tasks])
                {
                    Instances = Instances(tasks),
                },
            ],
            [],
            Restored: null,
            Failure: null)
        {
            Configuration = new Dictionary<string, string> { ["parallelism.default"] = "2" },
        };
    }

    private static SnapshotStatistics Snapshot(long id, SnapshotKind kind, SnapshotState state) =>
        new(id, kind, state, Start.AddSeconds(id), TimeSpan.FromMilliseconds(58), 5482, null, null)
        {
            Format = kind == SnapshotKind.Checkpoint ? null : SavepointFormat.Canonical,
            Vertices =
            [
                new VertexSnapshotStatistics(Source, 2, 2, 530, Start.AddSeconds(id).AddMilliseconds(20))
                {
                    BySubtask = [new(0, 300, Start.AddSeconds(id).AddMilliseconds(20)), new(1, 230, Start.AddSeconds(id).AddMilliseconds(10))],
                },
                new VertexSnapshotStatistics(Counter, 2, state == SnapshotState.InProgress ? 1 : 2, 4952, Start.AddSeconds(id).AddMilliseconds(50))
                {
                    BySubtask = [new(0, 4952, Start.AddSeconds(id).AddMilliseconds(50)), new(1, 0, state == SnapshotState.InProgress ? null : Start.AddSeconds(id + 1))],
                },
            ],
        };

    private static T Id<T>(string hex, Parser<T> parse) => parse(hex, out var id) ? id : throw new FormatException(hex);
}
