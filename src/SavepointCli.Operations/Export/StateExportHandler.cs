using SavepointCli.Operations.Snapshots;
using SavepointCli.Operations.State;
using SavepointCli.Storage;

namespace SavepointCli.Operations.Export;

/// <summary>
/// Writes the state of a snapshot to files for other programs, one for each state. Streams: memory does not grow with the snapshot. A file
/// appears under its name when it is whole.
/// </summary>
/// <param name="storage">Where snapshots lie and the files go.</param>
public sealed class StateExportHandler(IStorage storage)
{
    private const int RowsBetweenReports = 4096;

    /// <summary>Exports the state; what can't be read becomes a finding.</summary>
    /// <param name="request">What to export.</param>
    /// <param name="progress">Hears now and then how far it has come; null if nobody wants to know.</param>
    /// <param name="cancellation">Ends it; files that are not whole are deleted.</param>
    /// <exception cref="SavepointException">There is no snapshot, no such state, or the directory holds files already.</exception>
    public async Task<StateExportReport> HandleAsync(StateExportRequest request, IProgress<ExportProgress>? progress, CancellationToken cancellation)
    {
        var snapshot = Snapshot.Open(request.Path, storage, request.Mappings);
        var types = new StateTypeTable(snapshot, OperatorNames.Select(snapshot.Metadata, request.Operator));
        var directory = Prepare(request);
        var reading = new StateReading(snapshot, new StateReadRequest
        {
            Path = request.Path,
            Operator = request.Operator,
            State = request.State,
            Uids = request.Uids,
            Mappings = request.Mappings,
        });

        await using var files = new ExportFiles(storage, directory, request, types);
        var rows = 0L;
        foreach (var entry in reading.Entries(cancellation))
        {
            await files.AddAsync(entry, cancellation).ConfigureAwait(false);
            if (++rows % RowsBetweenReports == 0)
            {
                progress?.Report(new ExportProgress(rows, entry.Operator));
            }
        }

        var written = await files.CompleteAsync(cancellation).ConfigureAwait(false);
        return new StateExportReport(snapshot.Pointer, written, reading.Findings, reading.ExitCode, reading.Moved);
    }

    private string Prepare(StateExportRequest request)
    {
        var directory = FlinkPath.ToLocalPath(request.Directory);
        if (storage.FileExists(directory))
        {
            throw new SavepointException(ExitCode.Refused, $"{directory} is a file", "give a directory");
        }

        if (!storage.TryCreateDirectory(directory) && !request.Overwrite && storage.List(directory).Any())
        {
            throw new SavepointException(
                ExitCode.Refused, $"the directory {directory} is not empty", "give a new one, or replace files of the same names with --overwrite");
        }

        return directory;
    }
}
