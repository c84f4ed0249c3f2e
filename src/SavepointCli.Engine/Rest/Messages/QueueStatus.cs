namespace SavepointCli.Engine.Rest.Messages;

/// <summary>How an asynchronous operation stands. Completed says nothing about success.</summary>
internal sealed record QueueStatus(string Id)
{
    public static QueueStatus InProgress { get; } = new("IN_PROGRESS");

    public static QueueStatus Completed { get; } = new("COMPLETED");
}
