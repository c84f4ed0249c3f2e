using System.Text.Json.Serialization;

namespace SavepointCli.Engine.Rest.Messages;

/// <summary>The result of a job, there once it has ended.</summary>
internal sealed record ExecutionResultAnswer(
    QueueStatus Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JobExecutionResult? JobExecutionResult);

/// <summary>How a job ended; the run time is in milliseconds.</summary>
internal sealed record JobExecutionResult(
    string Id,
    string ApplicationStatus,
    IReadOnlyDictionary<string, string> AccumulatorResults,
    long NetRuntime,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] FailureCause? FailureCause);
