namespace SavepointCli.Operations.Export;

/// <summary>The types of columns; what has no type of its own here is text.</summary>
internal enum ColumnType
{
    Boolean,
    Int32,
    Int64,
    Float,
    Double,
    Bytes,

    /// <summary>A text as it is, anything else in the JSON form of values.</summary>
    Text,
}
