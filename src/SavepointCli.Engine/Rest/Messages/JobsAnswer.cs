namespace SavepointCli.Engine.Rest.Messages;

/// <summary>Ids and states of all jobs.</summary>
internal sealed record JobsAnswer(IReadOnlyList<JobIdWithStatus> Jobs);

/// <summary>A job of <c>/jobs</c>.</summary>
internal sealed record JobIdWithStatus(string Id, string Status);
