using System.Collections.Immutable;
using System.Text;
using SavepointCli.Storage;

namespace SavepointCli.Operations.Export;

/// <summary>Comma-separated values as RFC 4180 has them, with a heading; bytes in base64, an empty cell for null.</summary>
internal sealed class CsvExportFile : RowExportFile
{
    private const string NewLine = "\r\n";
    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create(",\"\r\n");

    private readonly ImmutableArray<ExportColumn> _columns;
    private readonly StreamWriter _text;

    public CsvExportFile(IStorageFile file, ImmutableArray<ExportColumn> columns)
        : base(file)
    {
        _columns = columns;
        _text = new StreamWriter(Stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        WriteLine(columns.Select(column => column.Name));
    }

    public override async ValueTask DisposeAsync()
    {
        if (Stream.CanWrite)
        {
            await _text.DisposeAsync().ConfigureAwait(false);
        }

        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Write(ExportRow row) => WriteLine(_columns.Select(column => CellText.Of(column.Pick(row))));

    protected override async ValueTask FinishAsync(CancellationToken cancellation) => await _text.FlushAsync(cancellation).ConfigureAwait(false);

    private void WriteLine(IEnumerable<string?> cells)
    {
        var separator = "";
        foreach (var cell in cells)
        {
            _text.Write(separator);
            WriteCell(cell);
            separator = ",";
        }

        _text.Write(NewLine);
    }

    /// <summary>An empty text stands in quotes, so that it is not taken for null.</summary>
    private void WriteCell(string? cell)
    {
        if (cell is null)
        {
            return;
        }

        if (cell.Length > 0 && !cell.AsSpan().ContainsAny(Special))
        {
            _text.Write(cell);
            return;
        }

        _text.Write('"');
        _text.Write(cell.Replace("\"", "\"\"", StringComparison.Ordinal));
        _text.Write('"');
    }
}
