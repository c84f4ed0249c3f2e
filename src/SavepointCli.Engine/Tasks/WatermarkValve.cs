using SavepointCli.Engine.Tasks.Channels;

namespace SavepointCli.Engine.Tasks;

/// <summary>
/// Makes one watermark of those of an input's channels: the smallest of the active ones that have caught up, emitted when it grows.
/// Mirrors <c>StatusWatermarkValve</c>.
/// </summary>
internal sealed class WatermarkValve(IReadOnlyList<InputChannel> channels, Action<long> emitWatermark, Action<bool> emitIdle)
{
    private long _last = long.MinValue;
    private bool _isIdle;

    /// <summary>A channel's watermark has grown; smaller ones are ignored.</summary>
    public void OnWatermark(InputChannel channel, long watermark)
    {
        if (channel.IsIdle || watermark <= channel.Watermark)
        {
            return;
        }

        channel.Watermark = watermark;
        if (!channel.IsAligned && watermark >= _last)
        {
            channel.IsAligned = true;
        }

        EmitSmallest();
    }

    /// <summary>A channel has fallen idle or woken up.</summary>
    public void OnStatus(InputChannel channel, bool idle)
    {
        if (channel.IsIdle == idle)
        {
            return;
        }

        channel.IsIdle = idle;
        if (idle)
        {
            OnIdle(channel);
        }
        else
        {
            channel.IsAligned = channel.Watermark >= _last;
            if (_isIdle)
            {
                _isIdle = false;
                emitIdle(false);
            }
        }
    }

    private void OnIdle(InputChannel channel)
    {
        channel.IsAligned = false;
        if (!channels.All(other => other.IsIdle))
        {
            EmitSmallest();
            return;
        }

        // The channel that held everybody back has fallen silent last: what the others know may pass.
        if (channel.Watermark == _last)
        {
            Emit(channels.Max(other => other.Watermark));
        }

        _isIdle = true;
        emitIdle(true);
    }

    private void EmitSmallest()
    {
        var smallest = long.MaxValue;
        var any = false;
        foreach (var channel in channels)
        {
            if (channel is { IsIdle: false, IsAligned: true })
            {
                smallest = Math.Min(smallest, channel.Watermark);
                any = true;
            }
        }

        if (any)
        {
            Emit(smallest);
        }
    }

    private void Emit(long watermark)
    {
        if (watermark > _last)
        {
            _last = watermark;
            emitWatermark(watermark);
        }
    }
}
