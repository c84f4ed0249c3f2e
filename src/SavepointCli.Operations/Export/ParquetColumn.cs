using Parquet;
using Parquet.Schema;

namespace SavepointCli.Operations.Export;

/// <summary>The cells of one column of the row group that is being filled.</summary>
internal abstract class ParquetColumn
{
    /// <summary>The column in the schema of the file.</summary>
    public abstract DataField Field { get; }

    /// <summary>Bytes of the cells, roughly.</summary>
    public long Bytes { get; protected set; }

    /// <summary>The column for a name and type.</summary>
    public static ParquetColumn Of(string name, ColumnType type) => type switch
    {
        ColumnType.Boolean => new ParquetValueColumn<bool>(name),
        ColumnType.Int32 => new ParquetValueColumn<int>(name),
        ColumnType.Int64 => new ParquetValueColumn<long>(name),
        ColumnType.Float => new ParquetValueColumn<float>(name),
        ColumnType.Double => new ParquetValueColumn<double>(name),
        ColumnType.Bytes => new ParquetBytesColumn(name),
        _ => new ParquetTextColumn(name),
    };

    /// <summary>Adds a cell; a value of another type is an empty cell.</summary>
    public abstract void Add(object? value);

    /// <summary>Writes the cells and forgets them.</summary>
    public abstract Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellation);
}
