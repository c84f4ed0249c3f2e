namespace SavepointCli.Operations.Export;

/// <summary>A value that is to be written as JSON even if it is a text.</summary>
/// <param name="Value">The value.</param>
internal sealed record WholeValue(object? Value);
