using SavepointCli.Format.Ids;
using SavepointCli.Format.KeyedState;

namespace SavepointCli.Engine.State.Restore;

/// <summary>What one stream of the restored snapshot holds of one state.</summary>
/// <param name="meta">How that stream describes the state.</param>
/// <param name="range">The key groups of the subtask.</param>
internal sealed class RestoredPart(StateMeta meta, KeyGroupRange range)
{
    private readonly RestoredEntries?[] _groups = new RestoredEntries?[range.Count];

    /// <summary>How the stream describes the state.</summary>
    public StateMeta Meta => meta;

    /// <summary>The entries of a key group, or null if there are none.</summary>
    public RestoredEntries? this[int groupIndex] => _groups[groupIndex];

    /// <summary>The entries of a key group, to add to.</summary>
    public RestoredEntries GroupOf(int keyGroup) => _groups[keyGroup - range.Start] ??= new RestoredEntries();
}
