namespace SavepointCli.Engine.State.Tables;

/// <summary>Anything that stands under one description in a stream of keyed state: a state, a queue of timers, or undecoded entries.</summary>
internal abstract class KeyedTable
{
    /// <summary>A view that later changes do not reach.</summary>
    public abstract FrozenTable Freeze();
}
