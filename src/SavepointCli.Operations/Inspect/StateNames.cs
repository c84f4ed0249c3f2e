using System.Collections.Immutable;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Metadata;
using SavepointCli.Format.Serializers;
using SavepointCli.Operations.Snapshots;

namespace SavepointCli.Operations.Inspect;

/// <summary>Names the states of an operator from the heads of its streams; no entry is read.</summary>
internal sealed class StateNames(StreamHandleOpener streams, KryoVersion kryo)
{
    /// <summary>
    /// Each state once. Operator states of all subtasks, which the metadata name; keyed states of the subtask with the most keyed state:
    /// one head is read for an operator, however many subtasks it has.
    /// </summary>
    /// <exception cref="SavepointException">A stream is missing or damaged.</exception>
    public ImmutableArray<InspectedState> Of(OperatorState state)
    {
        var operatorStates = state.Subtasks.SelectMany(subtask => subtask.ManagedOperatorState?.States ?? []).Select(Named);
        var keyed = state.Subtasks.Select(subtask => subtask.ManagedKeyedState).MaxBy(BytesOf);
        return [.. operatorStates.Concat(KeyedStatesOf(keyed).Select(Named)).Distinct()];
    }

    private static long BytesOf(KeyedStateHandle? handle) =>
        handle is null ? -1 : StateStreams.Of(handle, StateStreamRole.ManagedKeyed).Sum(stream => Math.Max(stream.Handle.Size, 0));

    private ImmutableArray<StateMeta> KeyedStatesOf(KeyedStateHandle? handle) => handle switch
    {
        KeyGroupsHandle { Stream: { } stream } keyGroups => HeaderOf(keyGroups, stream).States,
        IncrementalKeyedStateHandle { MetaHandle: { } meta } => HeaderOf(meta).States,
        ChangelogKeyedStateHandle changelog => [.. changelog.Materialized.SelectMany(inner => KeyedStatesOf(inner))],
        _ => [],
    };

    private KeyedBackendHeader HeaderOf(KeyGroupsHandle handle, StreamHandle streamHandle)
    {
        using var stream = streams.Open(streamHandle);
        var path = streams.FileOf(streamHandle) ?? "inline state";
        return KeyedStreamForms.Detect(stream, handle, path) == KeyedStreamForm.Canonical
            ? new CanonicalKeyGroupReader(stream, handle, path).Header
            : new HeapKeyGroupReader(stream, handle, path, kryo).Header;
    }

    private KeyedBackendHeader HeaderOf(StreamHandle metaHandle)
    {
        using var stream = streams.Open(metaHandle);
        var bytes = new byte[checked((int)stream.Length)];
        stream.ReadExactly(bytes);
        var reader = new JavaDataReader(bytes, new DataOrigin(streams.FileOf(metaHandle) ?? "inline state"));
        return KeyedBackendHeader.Read(ref reader);
    }

    private static InspectedState Named(OperatorStateOffsets state) => new(state.Name, state.Mode switch
    {
        OperatorStateMode.Union => InspectedStateKind.Union,
        OperatorStateMode.Broadcast => InspectedStateKind.Broadcast,
        _ => InspectedStateKind.Split,
    });

    private static InspectedState Named(StateMeta state) =>
        new(state.Name, state.Kind == BackendStateType.PriorityQueue ? InspectedStateKind.Timers : InspectedStateKind.Keyed);
}
