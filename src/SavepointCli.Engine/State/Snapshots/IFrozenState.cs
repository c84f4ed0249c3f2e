namespace SavepointCli.Engine.State.Snapshots;

/// <summary>A view of state that later changes do not reach. Disposing it ends the copying that keeps it so.</summary>
/// <typeparam name="THandle">What refers to the bytes once they are written.</typeparam>
internal interface IFrozenState<out THandle> : IDisposable
    where THandle : class
{
    /// <summary>Writes the state; null if there is none.</summary>
    THandle? Write(SnapshotStreamFactory streams, CancellationToken cancellation);
}
