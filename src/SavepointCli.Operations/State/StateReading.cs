using System.Collections.Concurrent;
using System.Collections.Immutable;
using SavepointCli.Format.Metadata;
using SavepointCli.Format.Values;
using SavepointCli.Operations.Snapshots;

namespace SavepointCli.Operations.State;

/// <summary>
/// Reads the state of one snapshot: operators and subtasks in the order of the metadata, operator state before keyed state. Streams:
/// memory does not grow with the snapshot. What can't be read becomes a finding and the rest goes on.
/// </summary>
public sealed class StateReading
{
    private readonly Snapshot _snapshot;
    private readonly OperatorNames _names;
    private readonly ImmutableArray<OperatorState> _operators;
    private readonly StateSelection _selection;
    private readonly long _limit;
    private readonly StateFindings _findings = new();

    internal StateReading(Snapshot snapshot, StateReadRequest request)
    {
        _snapshot = snapshot;
        _names = new OperatorNames(request.Uids);
        _operators = OperatorNames.Select(snapshot.Metadata, request.Operator);
        _selection = new StateSelection(request);
        _limit = request.Limit ?? long.MaxValue;
    }

    /// <summary>What could not be read so far; complete when <see cref="Entries"/> is at its end.</summary>
    public IReadOnlyList<StateFinding> Findings => _findings.All;

    /// <summary>Files that were not where the snapshot says, but beside it; complete when <see cref="Entries"/> is at its end.</summary>
    public ImmutableArray<MovedFile> Moved => _snapshot.Streams.Moved;

    /// <summary>The key group of the key that was asked for, once it is known; null where only the job could tell.</summary>
    public int? WantedKeyGroup => _selection.WantedKeyGroup;

    /// <summary>What a script should see: damage before anything else, then that entries are missing. Values that only the job can decode are no failure.</summary>
    public ExitCode ExitCode => ExitCodeOf(Findings);

    /// <summary>The entries, read while they are enumerated.</summary>
    /// <exception cref="SavepointException">At the end, where everything could be read: no state has the name that was wanted.</exception>
    public IEnumerable<StateEntry> Entries(CancellationToken cancellation)
    {
        var left = _limit;
        foreach (var batch in Batches(cancellation))
        {
            foreach (var entry in batch.Decode(_findings))
            {
                cancellation.ThrowIfCancellationRequested();
                if (left-- == 0)
                {
                    yield break;
                }

                yield return entry;
            }

            batch.Return();
        }

        RequireMet();
    }

    /// <summary>Writes the entries as lines of JSON (<see cref="StateEntryJson"/>) in UTF-8, decoded on all processors.</summary>
    /// <exception cref="SavepointException">As for <see cref="Entries"/>.</exception>
    public void WriteLines(Stream output, CancellationToken cancellation)
    {
        if (_limit < long.MaxValue)
        {
            WriteFirstLines(output, cancellation);
            return;
        }

        var free = new ConcurrentBag<PrintedBatch>();
        OrderedWork.Run(Batches(cancellation), Print, Take, Environment.ProcessorCount, cancellation);
        RequireMet();

        PrintedBatch Print(EntryBatch batch)
        {
            var printed = free.TryTake(out var used) ? used.Clear() : new PrintedBatch();
            batch.Print(printed.Lines, printed.Findings);
            batch.Return();
            return printed;
        }

        void Take(PrintedBatch printed)
        {
            _findings.Add(printed.Findings);
            output.Write(printed.Lines.Written);
            free.Add(printed);
        }
    }

    /// <summary>As <see cref="ExitCode"/>, for findings that were collected elsewhere.</summary>
    internal static ExitCode ExitCodeOf(IReadOnlyList<StateFinding> findings) =>
        findings.Any(finding => finding.ExitCode == ExitCode.Damaged) ? ExitCode.Damaged
        : findings.Any(finding => finding.Severity == StateFindingSeverity.Error) ? ExitCode.Partial
        : ExitCode.Done;

    /// <summary>The entries in batches, found but not decoded; what the filters exclude for certain is left out.</summary>
    /// <exception cref="SavepointException">As for <see cref="Entries"/>.</exception>
    internal IEnumerable<EntryBatch> Batches(CancellationToken cancellation)
    {
        var sources = new EntrySources(_snapshot, _selection);
        foreach (var batch in _operators.SelectMany(state => BatchesOf(sources, state)))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return batch;
        }
    }

    private IEnumerable<EntryBatch> BatchesOf(EntrySources sources, OperatorState state) =>
        sources.OfCoordinator(state, OriginOf(state, subtask: 0))
            .Concat(state.Subtasks.SelectMany(subtask => sources.Of(subtask, OriginOf(state, subtask.Index))));

    private StateOrigin OriginOf(OperatorState state, int subtask) =>
        new(_names.NameOf(state), state.Id, subtask, state.MaxParallelism, _snapshot.Metadata.Kryo, _selection);

    private void WriteFirstLines(Stream output, CancellationToken cancellation)
    {
        var line = new JsonBuffer();
        foreach (var entry in Entries(cancellation))
        {
            StateEntryJson.PrintLine(line, entry);
            output.Write(line.Written);
            line.Truncate(0);
        }
    }

    private void RequireMet()
    {
        if (Findings.All(finding => finding.Severity != StateFindingSeverity.Error))
        {
            _selection.RequireMet();
        }
    }
}
