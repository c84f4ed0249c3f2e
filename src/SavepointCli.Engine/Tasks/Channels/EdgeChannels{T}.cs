using SavepointCli.Streaming.Graph;

namespace SavepointCli.Engine.Tasks.Channels;

/// <summary>The channels of one edge: one for each pair of subtasks that are connected.</summary>
internal sealed class EdgeChannels<T> : EdgeChannels
{
    private readonly InputChannel<T>?[,] _channels;

    /// <summary>Connects the subtasks: all with all, or one with one on a forward edge.</summary>
    public EdgeChannels(PartitioningKind partitioning, IReadOnlyList<Mailbox> producers, IReadOnlyList<Mailbox> consumers)
    {
        _channels = new InputChannel<T>?[producers.Count, consumers.Count];
        for (var producer = 0; producer < producers.Count; producer++)
        {
            for (var consumer = 0; consumer < consumers.Count; consumer++)
            {
                if (AreConnected(partitioning, producer, consumer, producers.Count, consumers.Count))
                {
                    _channels[producer, consumer] = new InputChannel<T>(consumers[consumer], producers[producer]);
                }
            }
        }
    }

    /// <summary>The channels into which a subtask sends, in the order of the consumers.</summary>
    public InputChannel<T>[] From(int producer) =>
        [.. Enumerable.Range(0, _channels.GetLength(1)).Select(consumer => _channels[producer, consumer]).OfType<InputChannel<T>>()];

    /// <summary>The channels from which a subtask reads, in the order of the producers.</summary>
    public InputChannel<T>[] To(int consumer) =>
        [.. ProducersOf(consumer).Select(producer => _channels[producer, consumer]!)];

    /// <inheritdoc/>
    public override IEnumerable<InputChannel> AllTo(int consumer) => To(consumer);

    /// <inheritdoc/>
    public override IEnumerable<int> ProducersOf(int consumer) =>
        Enumerable.Range(0, _channels.GetLength(0)).Where(producer => _channels[producer, consumer] is not null);

    /// <summary>Rescale connects neighbours: each side's subtasks are spread evenly over the other's.</summary>
    private static bool AreConnected(PartitioningKind partitioning, int producer, int consumer, int producers, int consumers) =>
        partitioning switch
        {
            PartitioningKind.Forward => producer == consumer,
            PartitioningKind.Rescale when producers >= consumers => (long)producer * consumers / producers == consumer,
            PartitioningKind.Rescale => (long)consumer * producers / consumers == producer,
            _ => true,
        };
}
