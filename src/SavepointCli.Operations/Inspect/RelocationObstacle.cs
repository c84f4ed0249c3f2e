namespace SavepointCli.Operations.Inspect;

/// <summary>References that do not move with the directory.</summary>
/// <param name="What">What kind of reference.</param>
/// <param name="Count">How many of them.</param>
/// <param name="Example">The path of the first.</param>
public sealed record RelocationObstacle(string What, int Count, string Example);
