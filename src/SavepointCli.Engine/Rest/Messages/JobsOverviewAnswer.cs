namespace SavepointCli.Engine.Rest.Messages;

/// <summary>The rows that <c>bin/flink list</c> shows.</summary>
internal sealed record JobsOverviewAnswer(IReadOnlyList<JobRow> Jobs);

/// <summary>
/// A job in one row; times in milliseconds since 1970, the end is -1 while it runs. <see cref="PendingOperators"/> is there because
/// clients of 2.x cannot do without it and older ones look over it.
/// </summary>
internal sealed record JobRow(
    string Jid,
    string Name,
    long StartTime,
    long EndTime,
    long Duration,
    string State,
    long LastModification,
    IReadOnlyDictionary<string, int> Tasks,
    int PendingOperators);
