using Microsoft.Extensions.Primitives;
using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Rest;

/// <summary>What a handler gets to know of a request besides its body. Only ids in the template of the route are set.</summary>
internal sealed record RestCall(IReadOnlyDictionary<string, StringValues> Query, IReadOnlyList<UploadedFile> Files)
{
    /// <summary>Whether the caller may change something, see <see cref="RequestGuard"/>.</summary>
    public bool MayAct { get; init; }

    /// <summary><c>:jobid</c>.</summary>
    public JobId Job { get; init; }

    /// <summary><c>:triggerid</c>.</summary>
    public TriggerId Trigger { get; init; }

    /// <summary><c>:checkpointid</c>.</summary>
    public long CheckpointId { get; init; }

    /// <summary><c>:vertexid</c>.</summary>
    public OperatorId Vertex { get; init; }

    /// <summary><c>:subtaskindex</c>.</summary>
    public int SubtaskIndex { get; init; }

    /// <summary><c>:attempt</c>.</summary>
    public int Attempt { get; init; }

    /// <summary><c>:jarid</c>.</summary>
    public string Jar { get; init; } = "";

    /// <summary><c>:taskmanagerid</c>.</summary>
    public string TaskManager { get; init; } = "";

    /// <summary>First value of a query parameter, or null.</summary>
    public string? QueryValue(string name) => Query.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : null;
}
