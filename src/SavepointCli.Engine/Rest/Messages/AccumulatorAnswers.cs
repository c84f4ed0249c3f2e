using System.Text.Json.Serialization;

namespace SavepointCli.Engine.Rest.Messages;

/// <summary>The accumulators of a job: programs here have none.</summary>
internal sealed record JobAccumulatorsAnswer(
    IReadOnlyList<UserAccumulator> JobAccumulators,
    IReadOnlyList<UserAccumulator> UserTaskAccumulators,
    IReadOnlyDictionary<string, string> SerializedUserTaskAccumulators)
{
    public static JobAccumulatorsAnswer None { get; } = new([], [], new Dictionary<string, string>());
}

/// <summary>The accumulators of a vertex.</summary>
internal sealed record VertexAccumulatorsAnswer(string Id, IReadOnlyList<UserAccumulator> UserAccumulators);

/// <summary>The accumulators of the subtasks of a vertex.</summary>
internal sealed record SubtasksAccumulatorsAnswer(string Id, int Parallelism, IReadOnlyList<SubtaskAccumulators> Subtasks);

/// <summary>The accumulators of a subtask.</summary>
internal sealed record SubtaskAccumulators(
    int Subtask, int Attempt, string Host, string Endpoint, IReadOnlyList<UserAccumulator> UserAccumulators);

/// <summary>The accumulators of one attempt.</summary>
internal sealed record AttemptAccumulatorsAnswer(int Subtask, int Attempt, string Id, IReadOnlyList<UserAccumulator> UserAccumulators);

/// <summary>A number that a program counts.</summary>
internal sealed record UserAccumulator(string Name, string Type, string Value);

/// <summary>Result partitions that outlive a job, which there never are.</summary>
internal sealed record DataSetsAnswer([property: JsonPropertyName("dataSets")] IReadOnlyList<string> DataSets);
