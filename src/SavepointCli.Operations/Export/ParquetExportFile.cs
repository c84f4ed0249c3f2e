using System.Collections.Immutable;
using Parquet;
using Parquet.Schema;
using SavepointCli.Storage;

namespace SavepointCli.Operations.Export;

/// <summary>A Parquet file. Rows are held until they fill a row group; how many that are follows from their bytes, so memory stays bounded.</summary>
internal sealed class ParquetExportFile : RowExportFile
{
    private readonly ImmutableArray<ExportColumn> _columns;
    private readonly ImmutableArray<ParquetColumn> _cells;
    private ParquetWriter? _writer;
    private int _held;

    public ParquetExportFile(IStorageFile file, ImmutableArray<ExportColumn> columns)
        : base(file)
    {
        _columns = columns;
        _cells = [.. columns.Select(column => ParquetColumn.Of(column.Name, column.Type))];
    }

    public override long Buffered => _cells.Sum(column => column.Bytes);

    public override async ValueTask FlushAsync(CancellationToken cancellation)
    {
        var writer = await OpenAsync(cancellation).ConfigureAwait(false);
        if (_held == 0)
        {
            return;
        }

        using var group = writer.CreateRowGroup();
        foreach (var column in _cells)
        {
            await column.WriteAsync(group, cancellation).ConfigureAwait(false);
        }

        group.CompleteValidate();
        _held = 0;
    }

    public override async ValueTask DisposeAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Write(ExportRow row)
    {
        for (var i = 0; i < _columns.Length; i++)
        {
            _cells[i].Add(_columns[i].Pick(row));
        }

        _held++;
    }

    protected override async ValueTask FinishAsync(CancellationToken cancellation)
    {
        await FlushAsync(cancellation).ConfigureAwait(false);
        await CloseAsync().ConfigureAwait(false);
    }

    private async Task<ParquetWriter> OpenAsync(CancellationToken cancellation)
    {
        var schema = new ParquetSchema(_cells.Select(column => column.Field).ToArray());
        return _writer ??= await ParquetWriter.CreateAsync(schema, Stream, new ParquetOptions(), append: false, cancellation).ConfigureAwait(false);
    }

    /// <summary>Writes the footer, without which nobody can read the file.</summary>
    private async ValueTask CloseAsync()
    {
        if (_writer is { } writer)
        {
            _writer = null;
            await writer.DisposeAsync().ConfigureAwait(false);
        }
    }
}
