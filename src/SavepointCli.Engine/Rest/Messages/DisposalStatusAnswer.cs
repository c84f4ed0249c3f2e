using System.Text.Json.Serialization;

namespace SavepointCli.Engine.Rest.Messages;

/// <summary>State of a disposal.</summary>
internal sealed record DisposalStatusAnswer(QueueStatus Status, DisposalOperation? Operation);

/// <summary>Outcome of a disposal: empty if it succeeded.</summary>
internal sealed record DisposalOperation
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FailureCause? FailureCause { get; init; }
}
