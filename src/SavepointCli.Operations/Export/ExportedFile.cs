namespace SavepointCli.Operations.Export;

/// <summary>One file that was written.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Operator">The operator's uid where it is known, else its id.</param>
/// <param name="State">Name of the state.</param>
/// <param name="Rows">Rows or lines in it, a heading not counted.</param>
/// <param name="Bytes">Its length.</param>
public sealed record ExportedFile(string Path, string Operator, string State, long Rows, long Bytes);
