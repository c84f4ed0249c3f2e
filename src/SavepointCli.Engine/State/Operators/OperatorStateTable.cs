using SavepointCli.Format.Handles;

namespace SavepointCli.Engine.State.Operators;

/// <summary>One operator state: registered, or undecoded from the restored snapshot.</summary>
internal abstract class OperatorStateTable
{
    /// <summary>How it is dealt out.</summary>
    public abstract OperatorStateMode Mode { get; }

    /// <summary>A view that later changes do not reach.</summary>
    public abstract FrozenOperatorTable Freeze();
}
