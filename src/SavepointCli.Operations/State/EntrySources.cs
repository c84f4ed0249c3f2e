using System.Collections.Immutable;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Metadata;
using SavepointCli.Operations.RocksDb;
using SavepointCli.Operations.Snapshots;

namespace SavepointCli.Operations.State;

/// <summary>
/// Opens the streams of a subtask that can hold what is wanted, and cuts them into batches. A stream that can't be read ends there with a
/// finding; the next one goes on.
/// </summary>
/// <param name="snapshot">The snapshot.</param>
/// <param name="selection">What is wanted.</param>
internal sealed class EntrySources(Snapshot snapshot, StateSelection selection)
{
    private readonly EntryBatchPool _pool = new();
    private readonly ChangelogSources _changelogs = new(snapshot);

    /// <summary>The state of an operator's coordinator.</summary>
    public IEnumerable<EntryBatch> OfCoordinator(OperatorState state, StateOrigin origin) =>
        state.CoordinatorState is { } handle && selection.Wants(RawEntries.CoordinatorState) && selection.WantsOperatorState
            ? Guarded(Opened(handle, (stream, _) => RawEntries.OfCoordinator(stream, origin)), origin)
            : [];

    /// <summary>The batches of one subtask: operator state, keyed state, raw state, records in flight.</summary>
    public IEnumerable<EntryBatch> Of(SubtaskState subtask, StateOrigin origin) =>
        StreamsOf(subtask, origin).SelectMany(batches => Guarded(batches, origin));

    private IEnumerable<IEnumerable<EntryBatch>> StreamsOf(SubtaskState subtask, StateOrigin origin)
    {
        if (subtask.ManagedOperatorState is { Stream: { } operatorStream and not EmptySegmentStreamHandle } operatorHandle && WantsAnyOf(operatorHandle))
        {
            yield return Opened(operatorStream, (stream, path) => OperatorStateEntries.Read(stream, operatorHandle, path, origin));
        }

        if (subtask.ManagedKeyedState is { } keyed && WantsAnyOf(keyed, origin))
        {
            yield return ReadKeyed(keyed, origin);
        }

        if (subtask.RawKeyedState is KeyGroupsHandle { Stream: { } rawStream } raw && WantsAnyOf(raw, origin))
        {
            yield return Opened(rawStream, (stream, path) => RawTimerEntries.Read(stream, raw, path, origin));
        }

        if (subtask.RawOperatorState is { Stream: { } rawOperatorStream and not EmptySegmentStreamHandle } rawHandle && WantsAnyOf(rawHandle))
        {
            yield return Opened(rawOperatorStream, (stream, path) => RawEntries.OfOperator(stream, rawHandle, path, origin));
        }

        if (selection.WantsOperatorState)
        {
            yield return RawEntries.OfChannels(subtask, origin);
        }
    }

    private bool WantsAnyOf(OperatorStateHandle handle) =>
        handle.States.Any(state => selection.Wants(state.Name)) && selection.WantsOperatorState;

    private bool WantsAnyOf(KeyedStateHandle handle, StateOrigin origin) =>
        handle.KeyGroups.Intersect(selection.KeyGroupsOf(origin.OperatorId)).Count > 0;

    private IEnumerable<EntryBatch> ReadKeyed(KeyedStateHandle keyed, StateOrigin origin) => keyed switch
    {
        KeyGroupsHandle { Stream: null } => [],
        KeyGroupsHandle handle => Opened(handle.Stream, (stream, path) => ReadKeyGroups(stream, handle, path, origin)),
        IncrementalKeyedStateHandle handle => ReadRocksDb(handle, origin),
        ChangelogKeyedStateHandle { NonMaterialized.IsEmpty: true } handle => handle.Materialized.SelectMany(part => ReadKeyed(part, origin)),
        ChangelogKeyedStateHandle handle => _changelogs.Read(
            handle, origin, header => WantedKeyGroups(header, origin), reader => BatchesOf(reader, origin)),
        _ => Unsupported(keyed),
    };

    private IEnumerable<EntryBatch> ReadKeyGroups(Stream stream, KeyGroupsHandle handle, string path, StateOrigin origin)
    {
        var header = KeyedBackendHeader.ReadFrom(stream, handle, path);
        var range = WantedKeyGroups(header, origin);
        if (handle.KeyGroups.Intersect(range).Count == 0)
        {
            _ = header.States.Count(state => selection.Wants(state.Name));
            return [];
        }

        IKeyGroupReader reader = KeyedStreamForms.Detect(stream, handle, path) == KeyedStreamForm.Canonical
            ? new CanonicalKeyGroupReader(stream, handle, path, range)
            : new HeapKeyGroupReader(stream, handle, path, origin.Kryo, range, origin.MaxParallelism);
        return BatchesOf(reader, origin);
    }

    private IEnumerable<EntryBatch> ReadRocksDb(IncrementalKeyedStateHandle handle, StateOrigin origin)
    {
        using var state = RocksDbKeyedState.Open(snapshot, handle, origin.MaxParallelism);
        using var reader = state.Read(meta => selection.Wants(meta.Name), WantedKeyGroups(state.Header, origin));
        foreach (var batch in BatchesOf(reader, origin))
        {
            yield return batch;
        }
    }

    /// <summary>The key groups that are wanted, now that the type of the keys is known.</summary>
    private KeyGroupRange WantedKeyGroups(KeyedBackendHeader header, StateOrigin origin) =>
        selection.KeyGroupsOf(origin.OperatorId, origin.MaxParallelism, StateSerializers.Restore(header.KeySerializer, origin.Kryo));

    private IEnumerable<EntryBatch> BatchesOf(IKeyGroupReader reader, StateOrigin origin)
    {
        ImmutableArray<KeyedStateDecoder> states =
            [.. reader.Header.States.Select(state => new KeyedStateDecoder(origin, reader.Header, state, reader.HasCompositeKeys))];
        return states.Any(state => state.IsWanted) ? new KeyedBatches(reader, states, origin, _pool).Read() : [];
    }

    private IEnumerable<EntryBatch> Opened(StreamHandle handle, Func<Stream, string, IEnumerable<EntryBatch>> read)
    {
        using var stream = snapshot.Streams.Open(handle);
        foreach (var batch in read(stream, snapshot.Streams.Describe(handle)))
        {
            yield return batch;
        }
    }

    /// <summary>Thrown while it is enumerated, so that it becomes a finding of the subtask.</summary>
    private static IEnumerable<EntryBatch> Unsupported(KeyedStateHandle handle)
    {
        yield return Throw();

        EntryBatch Throw() => throw new SavepointException(
            ExitCode.Unsupported, $"keyed state in the form of a bare {handle.GetType().Name} is not known", "take a canonical savepoint");
    }

    private static IEnumerable<EntryBatch> Guarded(IEnumerable<EntryBatch> batches, StateOrigin origin)
    {
        using var enumerator = batches.GetEnumerator();
        while (Next(enumerator, origin) is { } batch)
        {
            yield return batch;
        }
    }

    private static EntryBatch? Next(IEnumerator<EntryBatch> batches, StateOrigin origin)
    {
        try
        {
            return batches.MoveNext() ? batches.Current : null;
        }
        catch (SavepointException fault)
        {
            return new FindingBatch(origin, findings => findings.Missing(origin, fault));
        }
    }
}
