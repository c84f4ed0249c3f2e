using SavepointCli.Operations.Snapshots;
using SavepointCli.Storage;

namespace SavepointCli.Operations.State;

/// <summary>Reads the state that a snapshot at rest holds.</summary>
/// <param name="storage">Where snapshots lie.</param>
public sealed class StateReadHandler(IStorage storage)
{
    /// <summary>Opens the snapshot; its state is read while the entries are enumerated.</summary>
    /// <exception cref="SavepointException">There is no such snapshot or operator.</exception>
    public StateReading Open(StateReadRequest request) =>
        new(Snapshot.Open(request.Path, storage, request.Mappings), request);
}
