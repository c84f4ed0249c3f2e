namespace SavepointCli.Engine.Rest.Messages;

/// <summary>One setting of the cluster.</summary>
internal sealed record ConfigEntry(string Key, string Value);
