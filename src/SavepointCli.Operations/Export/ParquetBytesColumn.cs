using Parquet;
using Parquet.Schema;

namespace SavepointCli.Operations.Export;

/// <summary>Arrays of bytes.</summary>
internal sealed class ParquetBytesColumn(string name) : ParquetColumn
{
    private const int CellOverhead = 24;

    private readonly List<byte[]?> _cells = [];

    public override DataField Field { get; } = new(name, typeof(byte[]), isNullable: true);

    public override void Add(object? value)
    {
        var bytes = value as byte[];
        _cells.Add(bytes);
        Bytes += CellOverhead + (bytes?.Length ?? 0);
    }

    public override async Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await group.WriteAsync(Field, _cells!).ConfigureAwait(false);
        _cells.Clear();
        Bytes = 0;
    }
}
