namespace SavepointCli.Operations.Export;

/// <summary>The forms of exported files.</summary>
public enum ExportFormat
{
    /// <summary>Apache Parquet with a typed column for each field that has a type of its own.</summary>
    Parquet,

    /// <summary>Comma-separated values with the same columns.</summary>
    Csv,

    /// <summary>One JSON object a line, as <c>state read</c> prints them.</summary>
    Jsonl,
}
