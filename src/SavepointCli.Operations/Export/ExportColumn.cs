namespace SavepointCli.Operations.Export;

/// <summary>One column of an exported state.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Pick">Takes the cell out of a row; null for an empty one.</param>
internal sealed record ExportColumn(string Name, ColumnType Type, Func<ExportRow, object?> Pick);
