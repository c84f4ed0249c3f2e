namespace SavepointCli.Engine.Rest.Messages;

/// <summary>The answer to a trigger.</summary>
internal sealed record TriggerAnswer(string RequestId);
