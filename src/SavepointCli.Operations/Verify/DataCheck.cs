using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Metadata;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Operations.State;

namespace SavepointCli.Operations.Verify;

/// <summary>
/// Reads the state itself. Streams and, within large streams, runs of key groups do not depend on each other, so several are checked at the
/// same time; memory does not grow with the snapshot.
/// </summary>
/// <param name="snapshot">The snapshot.</param>
/// <param name="names">What to call operators.</param>
/// <param name="structure">Says what is not worth reading.</param>
/// <param name="files">Says what can't be read.</param>
/// <param name="findings">Takes what is found.</param>
/// <param name="random">Draws the lots of a share by chance.</param>
internal sealed class DataCheck(
    Snapshot snapshot, OperatorNames names, StructureCheck structure, FileCheck files, VerifyFindings findings, Random random)
{
    private const long RunLength = 4 * 1024 * 1024;
    private const long EmptyKeyGroup = 0;

    private DataSubset? _subset;
    private long _items;

    /// <summary>What was read.</summary>
    public EntryCounter Counter { get; } = new();

    public void Run(VerifyRequest request, CancellationToken cancellation)
    {
        _subset = request.Subset;
        var options = new ParallelOptions { MaxDegreeOfParallelism = request.MaxConcurrency, CancellationToken = cancellation };
        Parallel.ForEach(Checks(cancellation), options, static check => check());
    }

    private IEnumerable<Action> Checks(CancellationToken cancellation) =>
        from state in snapshot.Metadata.Operators
        from subtask in state.Subtasks
        let origin = new CheckOrigin(snapshot, state, names.NameOf(state), subtask.Index, findings, Counter)
        from check in ChecksOf(subtask, origin, cancellation)
        select check;

    private IEnumerable<Action> ChecksOf(SubtaskState subtask, CheckOrigin origin, CancellationToken cancellation)
    {
        if (subtask.ManagedOperatorState is { Stream: { } operatorStream } operatorState && CanRead(operatorStream) && IsWanted())
        {
            yield return () => new OperatorStateCheck(origin, operatorState, operatorStream).Run();
        }

        foreach (var check in KeyedChecks(subtask.ManagedKeyedState, origin, cancellation))
        {
            yield return check;
        }

        if (subtask.RawKeyedState is KeyGroupsHandle { Stream: { } rawStream } raw && CanRead(rawStream) && IsWanted())
        {
            yield return () => new RawKeyedStateCheck(origin, raw, rawStream).Run(cancellation);
        }

        if (subtask.InputChannelStates.Length + subtask.ResultSubpartitionStates.Length > 0)
        {
            origin.AddNote(snapshot.Pointer.MetadataPath, "records in flight are not read");
        }
    }

    private IEnumerable<Action> KeyedChecks(KeyedStateHandle? handle, CheckOrigin origin, CancellationToken cancellation)
    {
        switch (handle)
        {
            case KeyGroupsHandle { Stream: { } stream } keyGroups when CanRead(stream):
                return RunsOf(keyGroups).Select(run => (Action)(() => new KeyGroupsCheck(origin, keyGroups, stream).Run(run, cancellation)));
            case IncrementalKeyedStateHandle incremental when StateStreams.Of(incremental, StateStreamRole.ManagedKeyed).All(one => CanRead(one.Handle)) && IsWanted():
                return [() => new RocksDbCheck(origin, incremental).Run(cancellation)];
            case ChangelogKeyedStateHandle changelog:
                if (!changelog.NonMaterialized.IsEmpty)
                {
                    origin.AddNote(snapshot.Pointer.MetadataPath, "the changes of a changelog are not read");
                }

                return changelog.Materialized.SelectMany(inner => KeyedChecks(inner, origin, cancellation));
            default:
                return [];
        }
    }

    /// <summary>Runs of key groups, none much longer than <see cref="RunLength"/> unless a key group is.</summary>
    private IEnumerable<KeyGroupRange> RunsOf(KeyGroupsHandle handle)
    {
        var (first, last, begin) = (-1, -1, 0L);
        for (var keyGroup = handle.KeyGroups.Start; keyGroup <= handle.KeyGroups.End; keyGroup++)
        {
            var offset = handle.OffsetOf(keyGroup);
            if (offset == EmptyKeyGroup)
            {
                continue;
            }

            var wanted = IsWanted();
            if (first >= 0 && (!wanted || offset - begin >= RunLength))
            {
                yield return new KeyGroupRange(first, last);
                first = -1;
            }

            if (wanted)
            {
                (first, begin) = first < 0 ? (keyGroup, offset) : (first, begin);
                last = keyGroup;
            }
        }

        if (first >= 0)
        {
            yield return new KeyGroupRange(first, last);
        }
    }

    /// <summary>Whether the next item belongs to the part that is to be read.</summary>
    private bool IsWanted() => _subset?.Contains(_items++, random.NextDouble()) ?? true;

    /// <summary>What is missing, too short or not in order has its finding already.</summary>
    private bool CanRead(StreamHandle stream)
    {
        if (structure.IsBroken(stream) || stream is EmptySegmentStreamHandle)
        {
            return false;
        }

        try
        {
            return snapshot.Streams.FileOf(stream) is not { } file || !files.IsBroken(file);
        }
        catch (SavepointException)
        {
            return false;
        }
    }
}
