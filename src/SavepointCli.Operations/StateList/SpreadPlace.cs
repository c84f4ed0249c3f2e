namespace SavepointCli.Operations.StateList;

/// <summary>One place of a <see cref="Spread"/>.</summary>
/// <param name="Index">Number of the subtask or key group.</param>
/// <param name="Entries">Entries there.</param>
/// <param name="Bytes">Bytes of them.</param>
public readonly record struct SpreadPlace(int Index, long Entries, long Bytes);
