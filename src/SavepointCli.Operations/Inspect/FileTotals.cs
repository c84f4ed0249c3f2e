namespace SavepointCli.Operations.Inspect;

/// <summary>The files that a snapshot refers to, its metadata aside.</summary>
/// <param name="Count">Number of different files.</param>
/// <param name="Bytes">Bytes of state in them, as far as the snapshot knows.</param>
/// <param name="InlineBytes">Bytes of state that stand in the metadata itself.</param>
public readonly record struct FileTotals(int Count, long Bytes, long InlineBytes);
