namespace SavepointCli.Engine.Rest.Messages;

/// <summary>Every error has exactly this form.</summary>
internal sealed record ErrorAnswer(IReadOnlyList<string> Errors);
