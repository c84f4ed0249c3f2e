namespace SavepointCli.Engine.Jobs;

/// <summary>Where a savepoint goes and in which format.</summary>
/// <param name="Directory">Directory below which the savepoint's own directory is made; null for the configured default.</param>
/// <param name="Format">The binary format.</param>
public sealed record SavepointTarget(string? Directory, SavepointFormat Format = SavepointFormat.Canonical);
