namespace SavepointCli.Operations.Export;

/// <summary>How far an export has come.</summary>
/// <param name="Rows">Rows so far.</param>
/// <param name="Operator">The operator whose state is being read.</param>
public readonly record struct ExportProgress(long Rows, string Operator);
