using System.Collections.Immutable;
using SavepointCli.Engine.State.Snapshots;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers;
using SavepointCli.RocksDb;

namespace SavepointCli.Engine.State.RocksDb;

/// <summary>A database as a canonical snapshot saw it. Its entries go into the stream as they are, key group by key group.</summary>
internal sealed class FrozenEntries : IFrozenState<KeyedStateHandle>
{
    private readonly RocksSnapshot _moment;
    private readonly WorkingFolder _folder;
    private readonly KeyGroupRange _range;
    private readonly int _prefixLength;
    private readonly KeyedBackendHeader _header;
    private readonly ImmutableArray<RocksColumnFamily> _families;
    private int _isDisposed;

    public FrozenEntries(RocksDbStateDatabase database, SerializerSnapshot key, StateBackendContext context, SnapshotOptions options)
    {
        _moment = database.Database.TakeSnapshot();
        _folder = database.Folder.Share();
        _range = context.KeyGroups;
        _prefixLength = KeyGroups.PrefixBytes(context.MaxParallelism);
        _header = new KeyedBackendHeader(options.Compress, key, [.. database.States]);
        _families = [.. database.States.Select(database.FamilyOf)];
    }

    public KeyedStateHandle? Write(SnapshotStreamFactory streams, CancellationToken cancellation)
    {
        if (_families.IsEmpty)
        {
            return null;
        }

        using var stream = streams.Create();
        var iterators = new List<RocksIterator>(_families.Length);
        try
        {
            iterators.AddRange(_families.Select(family => family.Iterate(_moment)));
            var offsets = Write(iterators, new CanonicalKeyGroupWriter(stream, _header, _range), cancellation);
            return new KeyGroupsHandle(KeyGroupsFormat.Savepoint, _range, offsets, stream.Complete());
        }
        finally
        {
            iterators.ForEach(iterator => iterator.Dispose());
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            _moment.Dispose();
            _folder.Dispose();
        }
    }

    private ImmutableArray<long> Write(List<RocksIterator> iterators, CanonicalKeyGroupWriter writer, CancellationToken cancellation)
    {
        var first = KeyLayout.PrefixOf(_range.Start, _prefixLength);
        var isOnEntry = iterators.ConvertAll(iterator => iterator.Seek(first));
        for (var keyGroup = _range.Start; keyGroup <= _range.End; keyGroup++)
        {
            cancellation.ThrowIfCancellationRequested();
            writer.StartKeyGroup(keyGroup);
            for (var state = 0; state < iterators.Count; state++)
            {
                var iterator = iterators[state];
                while (isOnEntry[state] && KeyLayout.ReadKeyGroup(iterator.Key, _prefixLength) == keyGroup)
                {
                    writer.WriteEntry(state, iterator.Key, iterator.Value);
                    isOnEntry[state] = iterator.Next();
                }
            }
        }

        return writer.Complete();
    }
}
