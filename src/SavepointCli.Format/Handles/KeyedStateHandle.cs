using SavepointCli.Format.Ids;

namespace SavepointCli.Format.Handles;

/// <summary>The keyed state of one subtask, in one of Flink's forms. Mirrors <c>KeyedStateHandle</c>.</summary>
/// <param name="KeyGroups">The key groups that the handle covers.</param>
public abstract record KeyedStateHandle(KeyGroupRange KeyGroups)
{
    /// <summary>The number that says on disk which kind of handle follows; 0 stands for "no handle".</summary>
    public abstract byte Tag { get; }
}
