namespace SavepointCli.Format.Values;

/// <summary>A count window of the Table runtime.</summary>
/// <param name="Id">Number of the window.</param>
public readonly record struct CountWindow(long Id);
