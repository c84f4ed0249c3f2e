using System.Collections.Immutable;
using SavepointCli.Format.Ids;
using SavepointCli.Operations.State;
using SavepointCli.Storage;

namespace SavepointCli.Operations.Export;

/// <summary>
/// The files that are open: those of one operator, since state comes operator by operator. Rows that are held in memory are bounded for
/// all of them together.
/// </summary>
internal sealed class ExportFiles(IStorage storage, string directory, StateExportRequest request, StateTypeTable types) : IAsyncDisposable
{
    /// <summary>Bytes of one row group before it is encoded; readers like some megabytes.</summary>
    private const long RowGroupLength = 16L * 1024 * 1024;

    /// <summary>Bytes that all open files together may hold.</summary>
    private const long MostHeld = 64L * 1024 * 1024;

    /// <summary>Entries between two looks at how much is held.</summary>
    private const int EntriesBetweenLooks = 256;

    private readonly Dictionary<string, ExportFile> _open = new(StringComparer.Ordinal);
    private readonly ImmutableArray<ExportedFile>.Builder _written = ImmutableArray.CreateBuilder<ExportedFile>();
    private OperatorId? _operator;
    private string _operatorName = "";
    private int _entries;

    public async ValueTask AddAsync(StateEntry entry, CancellationToken cancellation)
    {
        if (_operator is { } current && current != entry.OperatorId)
        {
            await CompleteOpenAsync(cancellation).ConfigureAwait(false);
        }

        (_operator, _operatorName) = (entry.OperatorId, entry.Operator);
        if (!_open.TryGetValue(entry.State, out var file))
        {
            _open[entry.State] = file = Open(entry);
        }

        file.Add(entry);
        if (++_entries % EntriesBetweenLooks == 0)
        {
            await KeepBoundAsync(file, cancellation).ConfigureAwait(false);
        }
    }

    public async Task<ImmutableArray<ExportedFile>> CompleteAsync(CancellationToken cancellation)
    {
        await CompleteOpenAsync(cancellation).ConfigureAwait(false);
        return _written.ToImmutable();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var file in _open.Values)
        {
            await file.DisposeAsync().ConfigureAwait(false);
        }

        _open.Clear();
    }

    private async ValueTask KeepBoundAsync(ExportFile last, CancellationToken cancellation)
    {
        if (last.Buffered >= RowGroupLength)
        {
            await last.FlushAsync(cancellation).ConfigureAwait(false);
        }

        while (_open.Values.Sum(file => file.Buffered) > MostHeld)
        {
            await _open.Values.MaxBy(file => file.Buffered)!.FlushAsync(cancellation).ConfigureAwait(false);
        }
    }

    private async Task CompleteOpenAsync(CancellationToken cancellation)
    {
        foreach (var (state, file) in _open)
        {
            var length = await file.CompleteAsync(cancellation).ConfigureAwait(false);
            _written.Add(new ExportedFile(PathOf(state), _operatorName, state, file.Rows, length));
        }

        await DisposeAsync().ConfigureAwait(false);
    }

    private ExportFile Open(StateEntry first)
    {
        var staged = storage.CreateAtomic(PathOf(first.State), request.Overwrite);
        try
        {
            return request.Format switch
            {
                ExportFormat.Parquet => new ParquetExportFile(staged, ExportColumns.Of(first, types.Of(first))),
                ExportFormat.Csv => new CsvExportFile(staged, ExportColumns.Of(first, types.Of(first))),
                _ => new JsonLinesExportFile(staged),
            };
        }
        catch
        {
            staged.Dispose();
            throw;
        }
    }

    private string PathOf(string state) => Path.Combine(directory, ExportFileName.Of(_operatorName, state, request.Format));
}
