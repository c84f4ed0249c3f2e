using SavepointCli.Format.KeyedState;
using SavepointCli.Format.OperatorStates;

namespace SavepointCli.Engine.State.Operators;

/// <summary>An operator state as a snapshot saw it.</summary>
internal abstract class FrozenOperatorTable
{
    /// <summary>Its description.</summary>
    public abstract StateMeta Meta { get; }

    /// <summary>Writes its elements, or its map.</summary>
    public abstract void Write(OperatorStateWriter writer);
}
