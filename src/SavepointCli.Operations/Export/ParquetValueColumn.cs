using Parquet;
using Parquet.Schema;

namespace SavepointCli.Operations.Export;

/// <summary>Numbers and truth values.</summary>
internal sealed class ParquetValueColumn<T>(string name) : ParquetColumn
    where T : struct
{
    private const int CellLength = 9;

    private T?[] _cells = new T?[1024];
    private int _count;

    public override DataField Field { get; } = new DataField<T?>(name);

    public override void Add(object? value)
    {
        if (_count == _cells.Length)
        {
            Array.Resize(ref _cells, 2 * _count);
        }

        // Smaller numbers stand in the column of int.
        var widened = value switch
        {
            short number => (int)number,
            sbyte number => (int)number,
            _ => value,
        };
        _cells[_count++] = widened is T cell ? cell : null;
        Bytes += CellLength;
    }

    public override async Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellation)
    {
        await group.WriteAsync<T>(Field, _cells.AsMemory(0, _count), repetitionLevels: null, customMetadata: null, cancellation).ConfigureAwait(false);
        _count = 0;
        Bytes = 0;
    }
}
