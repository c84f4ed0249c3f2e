using System.Collections.Immutable;
using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.State.Tables;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Engine.State.Snapshots;

/// <summary>The keyed state of a subtask as a snapshot saw it.</summary>
/// <param name="tables">Everything that the stream describes; may be empty, then nothing is written.</param>
/// <param name="key">Describes the keys.</param>
/// <param name="range">The key groups of the subtask.</param>
/// <param name="options">Form and compression.</param>
/// <param name="release">Ends the copying of what changes; called once.</param>
internal sealed class FrozenKeyedState(
    IReadOnlyList<FrozenTable> tables, SerializerSnapshot key, KeyGroupRange range, SnapshotOptions options, Action release)
    : IFrozenState<KeyedStateHandle>
{
    private Action? _release = release;

    public KeyedStateHandle? Write(SnapshotStreamFactory streams, CancellationToken cancellation)
    {
        if (tables.Count == 0)
        {
            return null;
        }

        var header = new KeyedBackendHeader(options.Compress, key, [.. tables.Select(table => table.Meta)]);
        using var stream = streams.Create();
        if (options.Format == SavepointFormat.Canonical)
        {
            var offsets = WriteCanonical(new CanonicalKeyGroupWriter(stream, header, range), cancellation);
            return new KeyGroupsHandle(KeyGroupsFormat.Savepoint, range, offsets, stream.Complete());
        }
        else
        {
            var offsets = WriteHeap(new HeapKeyGroupWriter(stream, header, range), cancellation);
            return new KeyGroupsHandle(KeyGroupsFormat.V2, range, offsets, stream.Complete(), Guid.NewGuid().ToString("D"));
        }
    }

    public void Dispose() => Interlocked.Exchange(ref _release, null)?.Invoke();

    private ImmutableArray<long> WriteCanonical(CanonicalKeyGroupWriter writer, CancellationToken cancellation)
    {
        for (var keyGroup = range.Start; keyGroup <= range.End; keyGroup++)
        {
            cancellation.ThrowIfCancellationRequested();
            writer.StartKeyGroup(keyGroup);
            for (var state = 0; state < tables.Count; state++)
            {
                tables[state].WriteCanonical(state, keyGroup, keyGroup - range.Start, writer);
            }
        }

        return writer.Complete();
    }

    private ImmutableArray<long> WriteHeap(HeapKeyGroupWriter writer, CancellationToken cancellation)
    {
        for (var keyGroup = range.Start; keyGroup <= range.End; keyGroup++)
        {
            cancellation.ThrowIfCancellationRequested();
            writer.StartKeyGroup();
            for (var state = 0; state < tables.Count; state++)
            {
                tables[state].WriteHeap(state, keyGroup, keyGroup - range.Start, writer);
            }
        }

        return writer.Complete();
    }
}
