using SavepointCli.Engine.Checkpoints;
using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Tasks;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Graph;

/// <summary>One attempt to run a job: its subtasks and source coordinators. Belongs to the job's thread.</summary>
internal sealed class Execution
{
    private readonly Dictionary<OperatorId, SourceCoordination> _sources = [];

    private Execution(IReadOnlyList<Subtask> subtasks) => Subtasks = subtasks;

    /// <summary>All subtasks, vertex by vertex.</summary>
    public IReadOnlyList<Subtask> Subtasks { get; }

    /// <summary>How often the job was started before.</summary>
    public int Attempt => Subtasks.Count > 0 ? Subtasks[0].Attempt : 0;

    /// <summary>Whether no subtask will change its state any more.</summary>
    public bool IsTerminal => Subtasks.All(subtask => subtask.IsTerminal);

    /// <summary>Whether every subtask has done its work.</summary>
    public bool IsFinished => Subtasks.All(subtask => subtask.State == TaskState.Finished);

    /// <summary>Makes the subtasks and connects them; nothing runs yet.</summary>
    public static Execution Create(
        JobGraph graph, int attempt, RestoredState? restored, TaskEnvironment environment, bool endsWithCheckpoint)
    {
        var subtasks = graph.Vertices
            .SelectMany(vertex => Enumerable.Range(0, vertex.Parallelism).Select(index => new Subtask(vertex, index, attempt, environment.Time)))
            .ToList();
        foreach (var deployment in new DeploymentBuilder(graph, subtasks, restored, endsWithCheckpoint).Build())
        {
            deployment.Subtask.Task = new StreamTask(deployment, environment);
        }

        var execution = new Execution(subtasks);
        execution.CreateSources(graph, restored);
        return execution;
    }

    /// <summary>Starts everything.</summary>
    public void Start(RestoredState? restored)
    {
        foreach (var (id, source) in _sources)
        {
            source.Start(CoordinatorStateOf(restored, id));
        }

        foreach (var subtask in Subtasks)
        {
            subtask.State = TaskState.Deploying;
            subtask.Task.Start();
        }
    }

    /// <summary>Cancels what has not ended.</summary>
    public void Cancel()
    {
        foreach (var subtask in Subtasks.Where(subtask => !subtask.IsTerminal && subtask.State != TaskState.Canceling))
        {
            if (subtask.State == TaskState.Created)
            {
                // Never started: there is no thread that could report.
                subtask.State = TaskState.Canceled;
                continue;
            }

            subtask.State = TaskState.Canceling;
            subtask.Task.Cancel();
        }
    }

    /// <summary>The coordinator of a source, or null once the source has finished for good.</summary>
    public SourceCoordination? SourceOf(OperatorId id) => _sources.GetValueOrDefault(id);

    /// <summary>The refusal of a snapshot in which a subtask has to take part that cannot.</summary>
    public static JobOperationException NotRunning(Subtask subtask, JobId job) => CheckpointException.Of(
        CheckpointFailureReason.TasksNotRunning,
        $"Checkpoint triggering task {subtask} of job {job} is not being executed at the moment. Aborting checkpoint.",
        hint: "wait until all tasks are running");

    /// <summary>Chooses who takes part in a snapshot: everybody who has not finished.</summary>
    public CheckpointPlan PlanCheckpoint(JobId job)
    {
        var running = Subtasks.Where(subtask => subtask.State != TaskState.Finished).ToList();
        if (running.Find(subtask => subtask.State != TaskState.Running) is { } missing)
        {
            throw NotRunning(missing, job);
        }

        if (running.Count == 0)
        {
            throw CheckpointException.Of(CheckpointFailureReason.TasksNotRunning, $"All tasks of job {job} have finished.");
        }

        return new CheckpointPlan(
            [.. running.Where(subtask => subtask.IsInputFinished)],
            running,
            [.. Subtasks.Where(subtask => subtask.State == TaskState.Finished)]);
    }

    /// <summary>State of the coordinators of sources that still run.</summary>
    public IReadOnlyDictionary<OperatorId, StreamHandle> SnapshotCoordinators(long checkpointId) =>
        _sources.ToDictionary(source => source.Key, source => source.Value.Snapshot(checkpointId));

    /// <summary>Tells the coordinators that a checkpoint is complete.</summary>
    public void NotifyCheckpointComplete(long checkpointId)
    {
        foreach (var source in _sources.Values)
        {
            source.NotifyCheckpointComplete(checkpointId);
        }
    }

    /// <summary>Gives the coordinators' resources back.</summary>
    public void Close()
    {
        foreach (var source in _sources.Values)
        {
            source.Close();
        }

        _sources.Clear();
    }

    private void CreateSources(JobGraph graph, RestoredState? restored)
    {
        foreach (var source in graph.Vertices.Select(vertex => vertex.Head).Where(head => head.Node.CreateCoordinator is not null))
        {
            if (restored?.Operators.GetValueOrDefault(source.Id) is not { FullyFinished: true })
            {
                var readers = Subtasks.Where(subtask => subtask.Vertex.Head == source).ToList();
                _sources.Add(source.Id, new SourceCoordination(source, readers));
            }
        }
    }

    private static byte[]? CoordinatorStateOf(RestoredState? restored, OperatorId source)
    {
        if (restored?.Operators.GetValueOrDefault(source)?.CoordinatorState is not { } handle)
        {
            return null;
        }

        using var stream = restored.Streams.Open(handle);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
