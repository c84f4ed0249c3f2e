using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Tasks;

namespace SavepointCli.Engine.Graph;

/// <summary>
/// One attempt to run one of the parallel instances of a vertex. Its state belongs to the job's thread. A restarted job has new ones,
/// so that late messages of old attempts mean nothing.
/// </summary>
internal sealed class Subtask(JobVertex vertex, int index, int attempt, TimeProvider time)
{
    private readonly Dictionary<TaskState, DateTimeOffset> _entered = new() { [TaskState.Created] = time.GetUtcNow() };
    private StreamTask? _task;

    /// <summary>The vertex.</summary>
    public JobVertex Vertex => vertex;

    /// <summary>Index among the subtasks of the vertex, from 0.</summary>
    public int Index => index;

    /// <summary>How often the job was started before.</summary>
    public int Attempt => attempt;

    /// <summary>How far it is.</summary>
    public TaskState State
    {
        get;
        set
        {
            field = value;
            _entered[value] = time.GetUtcNow();
        }
    } = TaskState.Created;

    /// <summary>When it entered which state.</summary>
    public IReadOnlyDictionary<TaskState, DateTimeOffset> Entered => _entered;

    /// <summary>Its records.</summary>
    public TaskIo Io { get; } = new();

    /// <summary>Subtasks that send to this one.</summary>
    public List<Subtask> Producers { get; } = [];

    /// <summary>Whether all that it reads from has finished, so that nothing brings it a barrier.</summary>
    public bool IsInputFinished => Producers.TrueForAll(producer => producer.State == TaskState.Finished);

    /// <summary>What runs it.</summary>
    public StreamTask Task
    {
        get => _task ?? throw new InvalidOperationException("The subtask was not deployed.");
        set => _task = value;
    }

    /// <summary>Whether it will not change its state any more.</summary>
    public bool IsTerminal => State is TaskState.Finished or TaskState.Canceled or TaskState.Failed;

    /// <summary>As Flink names tasks: name of the vertex, number and parallelism.</summary>
    public override string ToString() => $"{vertex.Name} ({index + 1}/{vertex.Parallelism})";
}
