using SavepointCli.Format.Handles;

namespace SavepointCli.Engine.State.Snapshots;

/// <summary>
/// The asynchronous part of an operator's snapshot: made on the task thread, which goes on at once, and run on another. Disposing it
/// releases the frozen view, whether it ran or not.
/// </summary>
public sealed class RunnableSnapshot : IDisposable
{
    private readonly IFrozenState<KeyedStateHandle>? _keyed;
    private readonly IFrozenState<OperatorStateHandle> _operator;

    internal RunnableSnapshot(IFrozenState<KeyedStateHandle>? keyed, IFrozenState<OperatorStateHandle> @operator)
    {
        _keyed = keyed;
        _operator = @operator;
    }

    /// <summary>Writes the streams and returns their handles. On a fault or cancellation no unfinished file stays behind.</summary>
    public OperatorSnapshot Run(SnapshotStreamFactory streams, CancellationToken cancellation) =>
        new(_keyed?.Write(streams, cancellation), _operator.Write(streams, cancellation));

    /// <inheritdoc/>
    public void Dispose()
    {
        _keyed?.Dispose();
        _operator.Dispose();
    }
}
