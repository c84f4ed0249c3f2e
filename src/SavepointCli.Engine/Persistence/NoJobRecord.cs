using SavepointCli.Engine.Checkpoints;

namespace SavepointCli.Engine.Persistence;

/// <summary>Nothing is kept beyond this process.</summary>
internal sealed class NoJobRecord : IJobRecord
{
    public static NoJobRecord Instance { get; } = new();

    /// <inheritdoc/>
    public void ReserveId(long id)
    {
    }

    /// <inheritdoc/>
    public void Save(long version, IReadOnlyList<StoredSnapshot> stored)
    {
    }

    /// <inheritdoc/>
    public void Delete()
    {
    }
}
