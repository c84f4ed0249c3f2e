using SavepointCli.Format.Handles;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.OperatorStates;
using SavepointCli.Operations.Snapshots;

namespace SavepointCli.Operations.State;

/// <summary>Reads the heads of streams, which describe the states that follow; no entry is read.</summary>
internal sealed class StateHeads(StreamHandleOpener streams)
{
    /// <summary>The heads of one keyed handle; more than one, or none, where a changelog lies over other snapshots.</summary>
    /// <exception cref="SavepointException">A stream is missing, damaged, or describes what is not known here.</exception>
    public IEnumerable<KeyedBackendHeader> Of(KeyedStateHandle? handle) => handle switch
    {
        KeyGroupsHandle { Stream: { } stream and not EmptySegmentStreamHandle } keyGroups =>
            [Read(stream, (bytes, path) => KeyedBackendHeader.ReadFrom(bytes, keyGroups, path))],
        IncrementalKeyedStateHandle { MetaHandle: { } meta } => [Read(meta, KeyedBackendHeader.Read)],
        ChangelogKeyedStateHandle changelog => changelog.Materialized.SelectMany(Of),
        _ => [],
    };

    /// <summary>The head of managed operator state; null where there is none.</summary>
    /// <exception cref="SavepointException">As above.</exception>
    public OperatorBackendHeader? Of(OperatorStateHandle? handle) => handle?.Stream switch
    {
        null or EmptySegmentStreamHandle => null,
        var stream => Read(stream, (bytes, path) => new OperatorStateReader(bytes, handle, path).Header),
    };

    private T Read<T>(StreamHandle handle, Func<Stream, string, T> read)
    {
        using var stream = streams.Open(handle);
        return read(stream, streams.Describe(handle));
    }
}
