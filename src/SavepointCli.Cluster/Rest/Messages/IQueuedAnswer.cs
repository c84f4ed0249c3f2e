namespace SavepointCli.Cluster.Rest.Messages;

/// <summary>An answer about something that takes its time.</summary>
internal interface IQueuedAnswer
{
    QueueStatus Status { get; }
}
