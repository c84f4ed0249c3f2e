namespace SavepointCli.Engine.Rest.Messages;

/// <summary>Where an upload was put; the last segment of the path is the id of the jar.</summary>
internal sealed record JarUploadAnswer(string Filename, string Status);
