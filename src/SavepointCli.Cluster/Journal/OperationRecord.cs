using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using SavepointCli.Cluster.Discovery;
using SavepointCli.Cluster.Jobs;

namespace SavepointCli.Cluster.Journal;

/// <summary>What the journal holds of one operation.</summary>
/// <param name="Id">The trigger id that we chose.</param>
/// <param name="Request">What was asked.</param>
/// <param name="Cluster">Of which cluster.</param>
/// <param name="RequestedAt">When, by this machine's clock.</param>
/// <param name="State">How far it has come.</param>
public sealed record OperationRecord(
    TriggerId Id,
    OperationRequest Request,
    ClusterReference Cluster,
    DateTimeOffset RequestedAt,
    OperationState State)
{
    /// <summary>When the state was last heard of.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The id that the cluster answered with, if it did not take ours; then a repeated request is not recognized by it.</summary>
    public TriggerId? ClusterId { get; init; }

    /// <summary>Where the savepoint is, once it is complete.</summary>
    public string? Location { get; init; }

    /// <summary>Number of the checkpoint, once it is complete.</summary>
    public long? CheckpointId { get; init; }

    /// <summary>Why it failed or was refused.</summary>
    public OperationFailure? Failure { get; init; }

    /// <summary>Who told how it ended; null while it has not.</summary>
    public KnowledgeSource? Source { get; init; }

    /// <summary>Whether nothing is going to change any more.</summary>
    internal bool IsOver => State is OperationState.Completed or OperationState.Failed;

    /// <summary>The record as the journal keeps it, in one line of JSON.</summary>
    public string ToJson()
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(bytes);
        JsonSerializer.Serialize(writer, this, JournalJson.Default.OperationRecord);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>The id to ask the cluster for.</summary>
    [JsonIgnore]
    public TriggerId AskedFor => ClusterId ?? Id;

    /// <summary>The command that takes up the waiting again.</summary>
    internal string ComeBack => $"savepointctl operation wait {Id}";
}
