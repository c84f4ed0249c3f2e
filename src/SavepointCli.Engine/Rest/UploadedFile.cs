namespace SavepointCli.Engine.Rest;

/// <summary>A file of a multipart request.</summary>
/// <param name="Name">The name the client gave it, directories stripped.</param>
/// <param name="Path">Where it was put; null if the route has no use for files and the bytes were only read over.</param>
internal sealed record UploadedFile(string Name, string? Path);
