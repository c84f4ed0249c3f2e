namespace SavepointCli.Commands.List;

/// <summary>Which jobs to show.</summary>
internal sealed record ListRequest(bool Running, bool Scheduled, bool Terminated);
