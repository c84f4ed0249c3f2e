namespace SavepointCli.Operations.Verify;

/// <summary>How much was looked at.</summary>
/// <param name="Operators">Operators of the snapshot.</param>
/// <param name="Subtasks">Subtasks that left state.</param>
/// <param name="Files">Different files that it refers to.</param>
/// <param name="FileBytes">Bytes of these files.</param>
/// <param name="InlineBytes">Bytes of state in the metadata itself.</param>
/// <param name="Entries">Entries that were read.</param>
/// <param name="EntryBytes">Bytes of keys and values of these entries, before compression.</param>
public sealed record VerifyTotals(
    int Operators, int Subtasks, int Files, long FileBytes, long InlineBytes, long Entries, long EntryBytes);
