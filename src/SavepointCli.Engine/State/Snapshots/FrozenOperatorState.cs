using SavepointCli.Engine.State.Operators;
using SavepointCli.Format.Handles;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.OperatorStates;

namespace SavepointCli.Engine.State.Snapshots;

/// <summary>The operator state of a subtask as a snapshot saw it.</summary>
internal sealed class FrozenOperatorState(IReadOnlyList<FrozenOperatorTable> tables, SnapshotOptions options) : IFrozenState<OperatorStateHandle>
{
    public OperatorStateHandle? Write(SnapshotStreamFactory streams, CancellationToken cancellation)
    {
        if (tables.Count == 0)
        {
            return null;
        }

        using var stream = streams.Create();
        var writer = new OperatorStateWriter(stream, new OperatorBackendHeader(
            options.OperatorHeaderVersion, IsCompressed, MetasOf(BackendStateType.Operator), MetasOf(BackendStateType.Broadcast)));
        foreach (var table in tables)
        {
            cancellation.ThrowIfCancellationRequested();
            table.Write(writer);
        }

        return new OperatorStateHandle(writer.Complete(), stream.Complete());
    }

    public void Dispose()
    {
    }

    private bool IsCompressed => options.Compress && options.OperatorHeaderVersion >= OperatorBackendHeader.CurrentVersion;

    private System.Collections.Immutable.ImmutableArray<StateMeta> MetasOf(BackendStateType kind) =>
        [.. tables.Select(table => table.Meta).Where(meta => meta.Kind == kind)];
}
