using CsCheck;
using SavepointCli.Engine.State.Timers;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.Tests.State.Timers;

public sealed class TimerQueueTests
{
    [Fact]
    public void Is_a_set_ordered_by_timestamp()
    {
        var operation = Gen.Select(Gen.Int[0, 3], Gen.Long[-20, 20], Gen.Long[0, 5]);
        operation.Array[0, 400].Sample(operations =>
        {
            var queue = new TimerQueue<long, VoidNamespace>(null);
            var model = new HashSet<(long Timestamp, long Key)>();
            foreach (var (kind, timestamp, key) in operations)
            {
                var timer = new TimerEntry<long, VoidNamespace>(timestamp, key, default, (int)key, 0);
                if (kind < 2)
                {
                    queue.Add(timer).Should().Be(model.Add((timestamp, key)));
                }
                else if (kind == 2)
                {
                    queue.Remove(timer).Should().Be(model.Remove((timestamp, key)));
                }
                else if (queue.First is { } first)
                {
                    first.Timestamp.Should().Be(model.Min(entry => entry.Timestamp));
                    queue.Remove(first).Should().BeTrue();
                    model.Remove((first.Timestamp, first.Key)).Should().BeTrue();
                }
            }

            queue.View().Select(timer => (timer.Timestamp, timer.Key)).Should().BeEquivalentTo(model);
        }, iter: 100);
    }
}
