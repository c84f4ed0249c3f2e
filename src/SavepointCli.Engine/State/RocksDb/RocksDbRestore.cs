using SavepointCli.Format.Handles;
using SavepointCli.Format.KeyedState;
using SavepointCli.Operations.RocksDb;
using SavepointCli.RocksDb;

namespace SavepointCli.Engine.State.RocksDb;

/// <summary>
/// Fills a database from a snapshot. Files of one handle with the subtask's own key groups are taken over as they are; everything else is
/// put in entry by entry. Mirrors <c>RocksDBIncrementalRestoreOperation</c> and <c>RocksDBFullRestoreOperation</c>.
/// </summary>
internal sealed class RocksDbRestore(StateBackendContext context, CancellationToken cancellation)
{
    private const string Readable = "canonical streams and RocksDB files";

    /// <summary>Opens a database: with the files of the handle if they can be taken over, else an empty one.</summary>
    public RocksDatabase OpenDatabase(IReadOnlyList<KeyedStateHandle> handles, string directory) =>
        TakenOver(handles) is { } files
            ? RocksDbKeyedState.TakeOver(Streams, files, directory, context.OperatorName)
            : RocksDatabase.Open(directory);

    /// <summary>Reads what the handles describe, and their entries unless the database has them already.</summary>
    public void Load(IReadOnlyList<KeyedStateHandle> handles, RocksDbStateDatabase database)
    {
        var taken = TakenOver(handles);
        foreach (var handle in handles)
        {
            cancellation.ThrowIfCancellationRequested();
            if (handle == taken)
            {
                Register(RocksDbKeyedState.ReadHeader(Streams, taken, context.OperatorName), database);
            }
            else
            {
                Load(handle, database);
            }
        }
    }

    private IStateStreams Streams => context.Streams ?? throw new InvalidOperationException("state is restored without a way to open its streams");

    private IncrementalKeyedStateHandle? TakenOver(IReadOnlyList<KeyedStateHandle> handles) =>
        handles is [IncrementalKeyedStateHandle single] && single.KeyGroups == context.KeyGroups ? single : null;

    private void Load(KeyedStateHandle handle, RocksDbStateDatabase database)
    {
        switch (handle)
        {
            case KeyGroupsHandle { Stream: null }:
                break;
            case KeyGroupsHandle { Stream: { } groupsStream } groups:
                using (var stream = Streams.Open(groupsStream))
                {
                    var path = Streams.Describe(groupsStream);
                    Put(
                        KeyedStreamForms.Detect(stream, groups, path) == KeyedStreamForm.Canonical
                            ? new CanonicalKeyGroupReader(stream, groups, path, context.KeyGroups)
                            : throw RestoreFaults.Backend(context.OperatorName, "in the form of the heap backend", Readable),
                        database);
                }

                break;
            case IncrementalKeyedStateHandle files:
                using (var state = RocksDbKeyedState.Open(Streams, files, context.MaxParallelism, context.OperatorName))
                {
                    using var reader = state.Read(keyGroups: context.KeyGroups);
                    Put(reader, database);
                }

                break;
            default:
                throw RestoreFaults.Backend(context.OperatorName, $"in {handle.GetType().Name}s", Readable);
        }
    }

    private static void Put(IKeyGroupReader reader, RocksDbStateDatabase database)
    {
        var families = Register(reader.Header, database);
        using var batch = database.Database.StartBatch();
        while (reader.Read())
        {
            batch.Put(families[reader.StateIndex], reader.Key, reader.Value);
        }

        batch.Flush();
    }

    private static RocksColumnFamily[] Register(KeyedBackendHeader header, RocksDbStateDatabase database)
    {
        database.KeySerializers.Add(header.KeySerializer);
        return [.. header.States.Select(database.RegisterRestored)];
    }
}
