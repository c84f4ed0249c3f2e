namespace SavepointCli.Operations.Inspect;

/// <summary>One state of an operator.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
public sealed record InspectedState(string Name, InspectedStateKind Kind);
