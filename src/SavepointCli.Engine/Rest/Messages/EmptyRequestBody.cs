namespace SavepointCli.Engine.Rest.Messages;

/// <summary>The body of a route that takes none: any JSON object.</summary>
internal sealed record EmptyRequestBody;
