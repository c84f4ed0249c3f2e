namespace SavepointCli.Operations.Disposal;

/// <summary>Something that was to be deleted and is still there.</summary>
/// <param name="Path">The file or directory.</param>
/// <param name="Reason">Why.</param>
public sealed record DisposalProblem(string Path, string Reason);
