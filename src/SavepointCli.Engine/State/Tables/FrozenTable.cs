using SavepointCli.Format.KeyedState;

namespace SavepointCli.Engine.State.Tables;

/// <summary>A <see cref="KeyedTable"/> as a snapshot saw it, and how it is written in both forms.</summary>
internal abstract class FrozenTable
{
    /// <summary>Its description.</summary>
    public abstract StateMeta Meta { get; }

    /// <summary>Writes the entries of the key group that the writer stands in.</summary>
    /// <param name="stateIndex">Index of the description in the stream's header.</param>
    /// <param name="keyGroup">The key group.</param>
    /// <param name="groupIndex">Its position in the backend's range.</param>
    /// <param name="writer">Takes the entries.</param>
    public abstract void WriteCanonical(int stateIndex, int keyGroup, int groupIndex, CanonicalKeyGroupWriter writer);

    /// <summary>As <see cref="WriteCanonical"/>, in the form of the heap backend.</summary>
    public abstract void WriteHeap(int stateIndex, int keyGroup, int groupIndex, HeapKeyGroupWriter writer);
}
