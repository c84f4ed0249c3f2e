using System.Collections.Immutable;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.KeyedState.Changelog;
using SavepointCli.Operations.RocksDb;
using SavepointCli.Operations.Snapshots;

namespace SavepointCli.Operations.State;

/// <summary>Opens keyed state that is stored as a snapshot of another backend with the changes since.</summary>
/// <param name="snapshot">The snapshot.</param>
internal sealed class ChangelogSources(Snapshot snapshot)
{
    private readonly ChangelogKeys _keys = new(snapshot);

    /// <summary>The batches of one subtask.</summary>
    /// <param name="handle">The handle.</param>
    /// <param name="origin">The subtask.</param>
    /// <param name="wantedKeyGroups">The key groups wanted, given what the keys are.</param>
    /// <param name="batchesOf">Cuts what a reader reads.</param>
    public IEnumerable<EntryBatch> Read(
        ChangelogKeyedStateHandle handle,
        StateOrigin origin,
        Func<KeyedBackendHeader, KeyGroupRange> wantedKeyGroups,
        Func<IKeyGroupReader, IEnumerable<EntryBatch>> batchesOf)
    {
        using var log = _keys.Open(handle, handle.KeyGroups);
        foreach (var fault in log.Faults)
        {
            yield return new FindingBatch(origin, findings => findings.Missing(origin, fault));
        }

        if (log.IsEmpty && handle.Materialized.IsEmpty)
        {
            yield break;
        }

        var key = _keys.Of(origin.OperatorId) ?? throw new SavepointException(
            ExitCode.Unsupported,
            $"the changelog of key groups {handle.KeyGroups.Start} to {handle.KeyGroups.End} does not say what its keys are, and no type that can be tried fits",
            "a canonical savepoint of the job tells; so does a checkpoint after the next materialization");
        if (key.WasTried)
        {
            yield return new FindingBatch(origin, findings => findings.KeysTried(origin, key));
        }

        var opened = new List<IDisposable>();
        try
        {
            var materialized = handle.Materialized.Select(part => Open(part, origin, opened)).ToImmutableArray();
            var range = wantedKeyGroups(new KeyedBackendHeader(false, key.Serializer, []));
            var reader = new ChangelogKeyGroupReader(materialized, log, key.Serializer, handle.KeyGroups.Intersect(range), origin.MaxParallelism);
            foreach (var batch in batchesOf(reader))
            {
                yield return batch;
            }
        }
        finally
        {
            opened.ForEach(resource => resource.Dispose());
        }
    }

    private MaterializedState Open(KeyedStateHandle part, StateOrigin origin, List<IDisposable> opened)
    {
        switch (part)
        {
            case IncrementalKeyedStateHandle files:
                var database = RocksDbKeyedState.Open(snapshot, files, origin.MaxParallelism);
                opened.Add(database);
                return new MaterializedState(
                    database.Header, part.KeyGroups, keyGroup => database.Read(keyGroups: new KeyGroupRange(keyGroup, keyGroup)));
            case KeyGroupsHandle { Stream: { } stored } handle:
                var stream = snapshot.Streams.Open(stored);
                opened.Add(stream);
                var path = snapshot.Streams.Describe(stored);
                return KeyedStreamForms.Detect(stream, handle, path) == KeyedStreamForm.Canonical
                    ? Canonical(stream, handle, path)
                    : Heap(stream, handle, path, origin);
            default:
                throw new SavepointException(
                    ExitCode.Unsupported, $"the snapshot below a changelog has a form that is not known: {part.GetType().Name}", "take a canonical savepoint");
        }
    }

    private static MaterializedState Canonical(Stream stream, KeyGroupsHandle handle, string path) => new(
        KeyedBackendHeader.ReadFrom(stream, handle, path),
        handle.KeyGroups,
        keyGroup => new CanonicalKeyGroupReader(stream, handle, path, new KeyGroupRange(keyGroup, keyGroup)));

    private static MaterializedState Heap(Stream stream, KeyGroupsHandle handle, string path, StateOrigin origin) => new(
        KeyedBackendHeader.ReadFrom(stream, handle, path),
        handle.KeyGroups,
        keyGroup => new HeapKeyGroupReader(stream, handle, path, origin.Kryo, new KeyGroupRange(keyGroup, keyGroup), origin.MaxParallelism));
}
