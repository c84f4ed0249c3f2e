using SavepointCli.Operations.State;

namespace SavepointCli.Rendering;

/// <summary>Prints entries of state while they are read.</summary>
internal interface IStateRenderer : IDisposable
{
    void Write(StateEntry entry);

    /// <summary>Prints what was held back.</summary>
    void Complete();
}
