using SavepointCli.Format.Handles;

namespace SavepointCli.Format.Metadata;

/// <summary>Finds all streams that a snapshot refers to, in the order of the file. A stream that several handles refer to comes up several times.</summary>
public static class StateStreams
{
    private const int SharedScope = 1;

    /// <summary>The streams of all operators.</summary>
    public static IReadOnlyList<StateStream> Of(SnapshotMetadata metadata)
    {
        var streams = new List<StateStream>();
        foreach (var state in metadata.Operators)
        {
            Add(streams, state);
        }

        return streams;
    }

    /// <summary>The streams of one operator.</summary>
    public static IReadOnlyList<StateStream> Of(OperatorState state)
    {
        var streams = new List<StateStream>();
        Add(streams, state);
        return streams;
    }

    /// <summary>The streams of one keyed handle.</summary>
    public static IReadOnlyList<StateStream> Of(KeyedStateHandle? handle, StateStreamRole role)
    {
        var streams = new List<StateStream>();
        Add(streams, handle, role, shared: false);
        return streams;
    }

    // Lists and loops rather than sequences of sequences: a snapshot can refer to hundreds of thousands of streams.
    private static void Add(List<StateStream> streams, OperatorState state)
    {
        Add(streams, state.CoordinatorState, StateStreamRole.Coordinator);
        foreach (var subtask in state.Subtasks)
        {
            Add(streams, subtask.ManagedOperatorState?.Stream, StateStreamRole.ManagedOperator);
            Add(streams, subtask.RawOperatorState?.Stream, StateStreamRole.RawOperator);
            Add(streams, subtask.ManagedKeyedState, StateStreamRole.ManagedKeyed, shared: false);
            Add(streams, subtask.RawKeyedState, StateStreamRole.RawKeyed, shared: false);
            foreach (var channel in subtask.InputChannelStates)
            {
                Add(streams, channel.Stream, StateStreamRole.Channel);
            }

            foreach (var channel in subtask.ResultSubpartitionStates)
            {
                Add(streams, channel.Stream, StateStreamRole.Channel);
            }
        }
    }

    private static void Add(List<StateStream> streams, KeyedStateHandle? handle, StateStreamRole role, bool shared)
    {
        switch (handle)
        {
            case null or InMemoryChangelogHandle:
                break;
            case KeyGroupsHandle keyGroups:
                Add(streams, keyGroups.Stream, role, shared);
                break;
            case IncrementalKeyedStateHandle incremental:
                Add(streams, incremental, role, shared);
                break;
            case ChangelogKeyedStateHandle changelog:
                foreach (var inner in changelog.Materialized.Concat(changelog.NonMaterialized))
                {
                    Add(streams, inner, role, shared: true);
                }

                break;
            case ChangelogFilesHandle files:
                foreach (var file in files.Streams)
                {
                    Add(streams, file.Stream, role, shared: true);
                }

                break;
            default:
                throw new ArgumentException($"no such kind of keyed handle: {handle.GetType().Name}", nameof(handle));
        }
    }

    private static void Add(List<StateStream> streams, IncrementalKeyedStateHandle incremental, StateStreamRole role, bool shared)
    {
        Add(streams, incremental.MetaHandle, role, shared);
        foreach (var file in incremental.SharedFiles)
        {
            Add(streams, file.Stream, role, shared: true);
        }

        foreach (var file in incremental.PrivateFiles)
        {
            Add(streams, file.Stream, role, shared);
        }
    }

    private static void Add(List<StateStream> streams, StreamHandle? handle, StateStreamRole role, bool shared = false)
    {
        switch (handle)
        {
            case null:
                break;
            case KeyGroupsStreamHandle keyGroups:
                Add(streams, keyGroups.KeyGroups.Stream, role, shared);
                break;
            case SegmentStreamHandle segment:
                streams.Add(new StateStream(segment, role, shared || segment.Scope == SharedScope));
                break;
            default:
                streams.Add(new StateStream(handle, role, shared));
                break;
        }
    }
}
