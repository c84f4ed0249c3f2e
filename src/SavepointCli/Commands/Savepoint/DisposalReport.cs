namespace SavepointCli.Commands.Savepoint;

/// <summary>A savepoint that is gone.</summary>
internal sealed record DisposalReport(string Path);
