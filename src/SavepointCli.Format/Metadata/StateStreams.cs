using SavepointCli.Format.Handles;

namespace SavepointCli.Format.Metadata;

/// <summary>Walks all streams that a snapshot refers to, in the order of the file. A stream that several handles refer to comes up several times.</summary>
public static class StateStreams
{
    private const int SharedScope = 1;

    /// <summary>The streams of all operators.</summary>
    public static IEnumerable<StateStream> Of(SnapshotMetadata metadata) => metadata.Operators.SelectMany(Of);

    /// <summary>The streams of one operator.</summary>
    public static IEnumerable<StateStream> Of(OperatorState state)
    {
        foreach (var stream in One(state.CoordinatorState, StateStreamRole.Coordinator))
        {
            yield return stream;
        }

        foreach (var subtask in state.Subtasks)
        {
            foreach (var stream in Of(subtask))
            {
                yield return stream;
            }
        }
    }

    /// <summary>The streams of one keyed handle.</summary>
    public static IEnumerable<StateStream> Of(KeyedStateHandle? handle, StateStreamRole role) => handle switch
    {
        null or InMemoryChangelogHandle => [],
        KeyGroupsHandle keyGroups => One(keyGroups.Stream, role),
        IncrementalKeyedStateHandle incremental =>
        [
            .. One(incremental.MetaHandle, role),
            .. incremental.SharedFiles.SelectMany(file => One(file.Stream, role, shared: true)),
            .. incremental.PrivateFiles.SelectMany(file => One(file.Stream, role)),
        ],
        ChangelogKeyedStateHandle changelog => changelog.Materialized.Concat(changelog.NonMaterialized)
            .SelectMany(inner => Of(inner, role))
            .Select(stream => stream with { MayBeShared = true }),
        ChangelogFilesHandle files => files.Streams.SelectMany(file => One(file.Stream, role, shared: true)),
        _ => throw new ArgumentException($"no such kind of keyed handle: {handle.GetType().Name}", nameof(handle)),
    };

    private static IEnumerable<StateStream> Of(SubtaskState subtask) =>
    [
        .. One(subtask.ManagedOperatorState?.Stream, StateStreamRole.ManagedOperator),
        .. One(subtask.RawOperatorState?.Stream, StateStreamRole.RawOperator),
        .. Of(subtask.ManagedKeyedState, StateStreamRole.ManagedKeyed),
        .. Of(subtask.RawKeyedState, StateStreamRole.RawKeyed),
        .. subtask.InputChannelStates.SelectMany(channel => One(channel.Stream, StateStreamRole.Channel)),
        .. subtask.ResultSubpartitionStates.SelectMany(channel => One(channel.Stream, StateStreamRole.Channel)),
    ];

    private static IEnumerable<StateStream> One(StreamHandle? handle, StateStreamRole role, bool shared = false) => handle switch
    {
        null => [],
        KeyGroupsStreamHandle keyGroups => One(keyGroups.KeyGroups.Stream, role, shared),
        SegmentStreamHandle segment => [new StateStream(segment, role, shared || segment.Scope == SharedScope)],
        _ => [new StateStream(handle, role, shared)],
    };
}
