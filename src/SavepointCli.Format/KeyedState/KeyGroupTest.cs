using SavepointCli.Format.Ids;

namespace SavepointCli.Format.KeyedState;

/// <summary>Whether keys belong to a key group.</summary>
/// <param name="KeyGroup">The key group.</param>
/// <param name="MaxParallelism">Number of key groups; null if that is not known, so that any key may belong to it.</param>
internal readonly record struct KeyGroupTest(int KeyGroup, int? MaxParallelism)
{
    public bool Holds(int javaHash) => MaxParallelism is not { } count || KeyGroups.Of(javaHash, count) == KeyGroup;
}
