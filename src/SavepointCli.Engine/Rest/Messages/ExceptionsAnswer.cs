using System.Text.Json.Serialization;

namespace SavepointCli.Engine.Rest.Messages;

/// <summary>What made a job fail. 2.x gives the history only; the other fields are those of 1.x.</summary>
internal sealed record ExceptionsAnswer(
    string? RootException,
    long? Timestamp,
    IReadOnlyList<ExceptionEntry> AllExceptions,
    bool Truncated,
    [property: JsonPropertyName("exceptionHistory")] ExceptionHistory ExceptionHistory);

/// <summary>The failures, newest first.</summary>
internal sealed record ExceptionHistory(IReadOnlyList<ExceptionEntry> Entries, bool Truncated);

/// <summary>One failure.</summary>
internal sealed record ExceptionEntry(
    [property: JsonPropertyName("exceptionName")] string ExceptionName,
    string Stacktrace,
    long Timestamp,
    [property: JsonPropertyName("failureLabels")] IReadOnlyDictionary<string, string> FailureLabels,
    [property: JsonPropertyName("concurrentExceptions")] IReadOnlyList<ExceptionEntry> ConcurrentExceptions)
{
    /// <summary>The task that failed; left out if none did.</summary>
    [JsonPropertyName("taskName"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TaskName { get; init; }
}
