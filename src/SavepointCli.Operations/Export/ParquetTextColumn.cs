using Parquet;
using Parquet.Schema;

namespace SavepointCli.Operations.Export;

/// <summary>Texts.</summary>
internal sealed class ParquetTextColumn(string name) : ParquetColumn
{
    private const int CellOverhead = 24;

    private readonly List<string?> _cells = [];

    public override DataField Field { get; } = new(name, typeof(string), isNullable: true);

    public override void Add(object? value)
    {
        var text = CellText.Of(value);
        _cells.Add(text);
        Bytes += CellOverhead + (2L * (text?.Length ?? 0));
    }

    public override async Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await group.WriteAsync(Field, _cells!).ConfigureAwait(false);
        _cells.Clear();
        Bytes = 0;
    }
}
