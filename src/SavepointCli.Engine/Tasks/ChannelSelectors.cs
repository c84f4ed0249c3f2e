using SavepointCli.Engine.Graph;
using SavepointCli.Engine.Tasks.Outputs;
using SavepointCli.Engine.Types.Equality;
using SavepointCli.Streaming.Graph;

namespace SavepointCli.Engine.Tasks;

/// <summary>What chooses the channel on an edge.</summary>
internal static class ChannelSelectors
{
    /// <summary>The selector of one producing subtask; null if every record takes all channels.</summary>
    /// <param name="edge">The edge.</param>
    /// <param name="channels">Number of channels that the subtask has on it.</param>
    public static IChannelSelector<T>? Of<T>(JobEdge edge, int channels) => edge.Stream.Partitioning.Kind switch
    {
        PartitioningKind.Broadcast => null,
        PartitioningKind.Forward or PartitioningKind.Global => new FirstChannelSelector<T>(),
        PartitioningKind.Shuffle => new RandomSelector<T>(channels),
        PartitioningKind.Hash => ((KeyPartitioning<T>)edge.Stream.Partitioning).Dispatch(new ByKeyGroup<T>(edge.Target)),
        _ => new RoundRobinSelector<T>(channels),
    };

    private sealed class ByKeyGroup<T>(JobVertex target) : IKeyDispatch<T, IChannelSelector<T>>
    {
        public IChannelSelector<T> Dispatch<TKey>(KeyPartitioning<T, TKey> partitioning)
        {
            var hashes = JavaEqualities.OfKey(partitioning.Type);
            var selector = partitioning.Selector;
            return new KeyGroupSelector<T>(value => hashes.GetHashCode(selector(value)), target.MaxParallelism, target.Parallelism);
        }
    }
}
