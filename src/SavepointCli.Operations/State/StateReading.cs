using System.Collections.Immutable;
using SavepointCli.Format.Handles;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Metadata;
using SavepointCli.Format.Serializers;
using SavepointCli.Operations.RocksDb;
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
    private readonly KryoVersion _kryo;
    private readonly StateFindings _findings = new();

    internal StateReading(Snapshot snapshot, StateReadRequest request)
    {
        _snapshot = snapshot;
        _names = new OperatorNames(request.Uids);
        _operators = OperatorNames.Select(snapshot.Metadata, request.Operator);
        _selection = new StateSelection(request.State);
        _kryo = snapshot.Metadata.Kryo;
    }

    /// <summary>What could not be read so far; complete when <see cref="Entries"/> is at its end.</summary>
    public IReadOnlyList<StateFinding> Findings => _findings.All;

    /// <summary>What a script should see: damage before anything else, then that entries are missing. Values that only the job can decode are no failure.</summary>
    public ExitCode ExitCode =>
        Findings.Any(finding => finding.ExitCode == ExitCode.Damaged) ? ExitCode.Damaged
        : Findings.Any(finding => finding.Severity == StateFindingSeverity.Error) ? ExitCode.Partial
        : ExitCode.Done;

    /// <summary>The entries, read while they are enumerated.</summary>
    /// <exception cref="SavepointException">At the end, where everything could be read: no state has the name that was wanted.</exception>
    public IEnumerable<StateEntry> Entries(CancellationToken cancellation)
    {
        foreach (var state in _operators)
        {
            foreach (var subtask in state.Subtasks)
            {
                var origin = new StateOrigin(_names.NameOf(state), state.Id, subtask.Index, state.MaxParallelism, _kryo, _selection);
                foreach (var entry in SourcesOf(subtask, origin).SelectMany(source => Guard(source, origin)))
                {
                    cancellation.ThrowIfCancellationRequested();
                    yield return entry;
                }
            }
        }

        if (Findings.All(finding => finding.Severity != StateFindingSeverity.Error))
        {
            _selection.RequireMet();
        }
    }

    private IEnumerable<IEnumerable<StateEntry>> SourcesOf(SubtaskState subtask, StateOrigin origin)
    {
        if (subtask.ManagedOperatorState is { Stream: { } operatorStream and not EmptySegmentStreamHandle } operatorHandle)
        {
            yield return Opened(operatorStream, (stream, path) => new OperatorStateEntries(origin, _findings).Read(stream, operatorHandle, path));
        }

        if (subtask.ManagedKeyedState is { } keyed)
        {
            yield return ReadKeyed(keyed, origin);
        }

        if (subtask.RawKeyedState is KeyGroupsHandle { Stream: { } rawStream } raw)
        {
            yield return Opened(rawStream, (stream, path) => RawTimerEntries.Read(stream, raw, path, origin));
        }
    }

    private IEnumerable<StateEntry> ReadKeyed(KeyedStateHandle keyed, StateOrigin origin) => keyed switch
    {
        KeyGroupsHandle { Stream: null } => [],
        KeyGroupsHandle handle => Opened(handle.Stream, (stream, path) => KeyedStreamForms.Detect(stream, handle, path) == KeyedStreamForm.Canonical
            ? CanonicalStateEntries.Read(new CanonicalKeyGroupReader(stream, handle, path), origin, _findings)
            : HeapStateEntries.Read(stream, handle, path, origin, _findings)),
        IncrementalKeyedStateHandle handle => ReadRocksDb(handle, origin),
        _ => Unsupported("a state changelog"),
    };

    private IEnumerable<StateEntry> ReadRocksDb(IncrementalKeyedStateHandle handle, StateOrigin origin)
    {
        using var state = RocksDbKeyedState.Open(_snapshot, handle, origin.MaxParallelism);
        using var reader = state.Read(meta => origin.Selection.Wants(meta.Name));
        foreach (var entry in CanonicalStateEntries.Read(reader, origin, _findings))
        {
            yield return entry;
        }
    }

    /// <summary>Thrown while it is enumerated, so that it becomes a finding of the subtask.</summary>
    private static IEnumerable<StateEntry> Unsupported(string form)
    {
        yield return Throw();

        StateEntry Throw() => throw new SavepointException(
            ExitCode.Unsupported, $"keyed state in the form of {form} is not read yet", "take a canonical savepoint");
    }

    private IEnumerable<StateEntry> Opened(StreamHandle handle, Func<Stream, string, IEnumerable<StateEntry>> read)
    {
        using var stream = _snapshot.Streams.Open(handle);
        foreach (var entry in read(stream, _snapshot.Streams.FileOf(handle) ?? $"{_snapshot.Pointer.MetadataPath}, inline"))
        {
            yield return entry;
        }
    }

    private IEnumerable<StateEntry> Guard(IEnumerable<StateEntry> entries, StateOrigin origin)
    {
        using var enumerator = entries.GetEnumerator();
        while (MoveNext(enumerator, origin))
        {
            yield return enumerator.Current;
        }
    }

    private bool MoveNext(IEnumerator<StateEntry> entries, StateOrigin origin)
    {
        try
        {
            return entries.MoveNext();
        }
        catch (SavepointException fault)
        {
            _findings.Missing(origin, fault);
            return false;
        }
    }
}
