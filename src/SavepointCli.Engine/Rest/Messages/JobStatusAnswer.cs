namespace SavepointCli.Engine.Rest.Messages;

/// <summary>The state of a job.</summary>
internal sealed record JobStatusAnswer(string Status);
