using SavepointCli.Engine.Tasks;
using SavepointCli.Engine.Tasks.Channels;

namespace SavepointCli.Engine.Tests.Tasks;

public sealed class WatermarkValveTests
{
    private readonly InputChannel<long>[] _channels =
        [.. Enumerable.Range(0, 3).Select(_ => new InputChannel<long>(new Mailbox(), new Mailbox()))];

    private readonly List<string> _emitted = [];
    private readonly WatermarkValve _valve;

    public WatermarkValveTests() =>
        _valve = new WatermarkValve(_channels, watermark => _emitted.Add($"{watermark}"), idle => _emitted.Add(idle ? "idle" : "active"));

    [Fact]
    public void The_smallest_of_all_channels_passes_when_it_grows()
    {
        Watermarks((0, 5), (1, 7), (2, 3), (2, 4), (2, 2), (0, 9), (2, 8));

        _emitted.Should().Equal("3", "4", "7");
    }

    [Fact]
    public void An_idle_channel_is_left_out()
    {
        Watermarks((0, 5), (1, 7));
        _valve.OnStatus(_channels[2], idle: true);

        _emitted.Should().Equal("5");
    }

    [Fact]
    public void A_channel_that_wakes_up_holds_back_only_once_it_has_caught_up()
    {
        Watermarks((0, 5), (1, 7), (2, 1));
        _valve.OnStatus(_channels[2], idle: true);
        _valve.OnStatus(_channels[2], idle: false);

        Watermarks((0, 6), (2, 2), (2, 6), (0, 8), (2, 7));

        _emitted.Should().Equal("1", "5", "6", "7");
    }

    [Fact]
    public void When_all_are_idle_the_largest_passes_if_the_last_one_held_it_back()
    {
        Watermarks((0, 5), (1, 7), (2, 6));
        _valve.OnStatus(_channels[1], idle: true);
        _valve.OnStatus(_channels[2], idle: true);
        _valve.OnStatus(_channels[0], idle: true);
        _valve.OnStatus(_channels[1], idle: false);

        _emitted.Should().Equal("5", "7", "idle", "active");
    }

    private void Watermarks(params (int Channel, long Watermark)[] watermarks)
    {
        foreach (var (channel, watermark) in watermarks)
        {
            _valve.OnWatermark(_channels[channel], watermark);
        }
    }
}
