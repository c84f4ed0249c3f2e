namespace SavepointCli.Engine.Rest.Messages;

/// <summary>The uploaded programs.</summary>
internal sealed record JarsAnswer(string Address, IReadOnlyList<JarFile> Files);

/// <summary>An uploaded program; the time is in milliseconds since 1970.</summary>
internal sealed record JarFile(string Id, string Name, long Uploaded, IReadOnlyList<JarEntry> Entry);

/// <summary>A class that can be run.</summary>
internal sealed record JarEntry(string Name, string? Description);
