using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Tasks.Outputs;

/// <summary>The channel to the subtask that owns the key group of the record's key.</summary>
/// <param name="javaHashOfKey">What <c>hashCode()</c> of the record's key gives in Java.</param>
/// <param name="maxParallelism">Number of key groups of the consumer.</param>
/// <param name="parallelism">Number of subtasks of the consumer.</param>
internal sealed class KeyGroupSelector<T>(Func<T, int> javaHashOfKey, int maxParallelism, int parallelism) : IChannelSelector<T>
{
    /// <inheritdoc/>
    public int Select(T value) =>
        KeyGroups.OwnerOf(KeyGroups.Of(javaHashOfKey(value), maxParallelism), maxParallelism, parallelism);
}
