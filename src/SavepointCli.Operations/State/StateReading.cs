using System.Collections.Immutable;
using SavepointCli.Format.Handles;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Metadata;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Operations.State;

/// <summary>
/// Reads the state of one snapshot: operators and subtasks in the order of the metadata, operator state before keyed state. Streams:
/// memory does not grow with the snapshot. What can't be read becomes a finding and the rest goes on.
/// </summary>
public sealed class StateReading
{
    private const int FirstVersionOfFlink2 = 5;

    private readonly SnapshotMetadata _metadata;
    private readonly Func<StreamHandle, Stream> _open;
    private readonly StateReadRequest _request;
    private readonly OperatorNames _names;
    private readonly ImmutableArray<OperatorState> _operators;
    private readonly KryoVersion _kryo;
    private readonly StateFindings _findings = new();

    /// <summary>Nothing is read before <see cref="Entries"/> is enumerated.</summary>
    /// <param name="metadata">The snapshot.</param>
    /// <param name="open">Opens the stream of a handle, able to seek; every stream is disposed after use.</param>
    /// <param name="request">What is wanted.</param>
    /// <exception cref="SavepointException">The snapshot has no such operator.</exception>
    public StateReading(SnapshotMetadata metadata, Func<StreamHandle, Stream> open, StateReadRequest request)
    {
        _metadata = metadata;
        _open = open;
        _request = request;
        _names = new OperatorNames(request.Uids);
        _operators = OperatorNames.Select(metadata, request.Operator);
        _kryo = metadata.Version < FirstVersionOfFlink2 ? KryoVersion.Kryo2 : KryoVersion.Kryo5;
    }

    /// <summary>What could not be read so far; complete when <see cref="Entries"/> is at its end.</summary>
    public IReadOnlyList<StateFinding> Findings => _findings.All;

    /// <summary>The entries, read while they are enumerated.</summary>
    public IEnumerable<StateEntry> Entries(CancellationToken cancellation)
    {
        foreach (var state in _operators)
        {
            foreach (var subtask in state.Subtasks)
            {
                var origin = new StateOrigin(_names.NameOf(state), state.Id, subtask.Index, state.MaxParallelism, _kryo, _request.State);
                foreach (var entry in SourcesOf(subtask, origin).SelectMany(source => Guard(source, origin)))
                {
                    cancellation.ThrowIfCancellationRequested();
                    yield return entry;
                }
            }
        }
    }

    private IEnumerable<IEnumerable<StateEntry>> SourcesOf(SubtaskState subtask, StateOrigin origin)
    {
        if (subtask.ManagedOperatorState is { Stream: { } operatorStream } operatorHandle)
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
            ? CanonicalStateEntries.Read(stream, handle, path, origin, _findings)
            : HeapStateEntries.Read(stream, handle, path, origin, _findings)),
        IncrementalKeyedStateHandle => Unsupported("RocksDB files"),
        _ => Unsupported("a state changelog"),
    };

    /// <summary>Thrown while it is enumerated, so that it becomes a finding of the subtask.</summary>
    private static IEnumerable<StateEntry> Unsupported(string form)
    {
        yield return Throw();

        StateEntry Throw() => throw new SavepointException(
            ExitCode.Unsupported, $"keyed state in the form of {form} is not read yet", "take a canonical savepoint");
    }

    private IEnumerable<StateEntry> Opened(StreamHandle handle, Func<Stream, string, IEnumerable<StateEntry>> read)
    {
        using var stream = _open(handle);
        foreach (var entry in read(stream, StreamNames.NameOf(handle)))
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
