using System.Text.Json.Serialization;

namespace SavepointCli.Engine.Rest.Messages;

/// <summary>State of a savepoint or stop: the operation is null until it is completed.</summary>
internal sealed record SavepointStatusAnswer(QueueStatus Status, SavepointOperation? Operation);

/// <summary>Outcome of a savepoint or stop: exactly one field is there.</summary>
internal sealed record SavepointOperation
{
    /// <summary>The savepoint's directory.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Location { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FailureCause? FailureCause { get; init; }
}
