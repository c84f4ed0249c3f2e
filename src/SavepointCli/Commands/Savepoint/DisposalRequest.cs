namespace SavepointCli.Commands.Savepoint;

/// <summary>A savepoint to be deleted.</summary>
/// <param name="Path">Its directory or <c>_metadata</c> file, as typed: it is the cluster that reads it.</param>
internal sealed record DisposalRequest(string Path);
