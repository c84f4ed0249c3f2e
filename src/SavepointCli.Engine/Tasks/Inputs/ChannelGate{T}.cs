using SavepointCli.Engine.Tasks.Channels;
using SavepointCli.Streaming.Operators;

namespace SavepointCli.Engine.Tasks.Inputs;

/// <summary>One input of a task's first operator. Reads its channels in turn.</summary>
internal sealed class ChannelGate<T> : ChannelGate
{
    private readonly InputChannel<T>[] _channels;
    private readonly IInput<T> _input;
    private readonly WatermarkValve _valve;
    private int _last;

    public ChannelGate(InputChannel<T>[] channels, IInput<T> input)
    {
        _channels = channels;
        _input = input;
        _valve = new WatermarkValve(
            channels,
            watermark => input.ProcessWatermark(new Watermark(watermark)),
            idle => input.ProcessWatermarkStatus(idle ? WatermarkStatus.Idle : WatermarkStatus.Active));
    }

    /// <inheritdoc/>
    public override IReadOnlyList<InputChannel> Channels => _channels;

    /// <inheritdoc/>
    public override bool ProcessNext(IControlElementHandler control)
    {
        for (var turn = 0; turn < _channels.Length; turn++)
        {
            _last = _last + 1 == _channels.Length ? 0 : _last + 1;
            var channel = _channels[_last];
            if (!channel.IsBlocked && channel.TryRead(out var element))
            {
                Process(channel, element, control);
                return true;
            }
        }

        return false;
    }

    private void Process(InputChannel<T> channel, in StreamElement<T> element, IControlElementHandler control)
    {
        switch (element.Kind)
        {
            case ElementKind.Record:
                Io.CountIn();
                _input.ProcessElement(element.Record);
                break;
            case ElementKind.Watermark:
                _valve.OnWatermark(channel, element.Number);
                break;
            case ElementKind.WatermarkStatus:
                _valve.OnStatus(channel, idle: element.Number != 0);
                break;
            case ElementKind.Barrier:
                control.OnBarrier(channel, element.Barrier);
                break;
            case ElementKind.CancelMarker:
                control.OnCancelMarker(element.Number);
                break;
            case ElementKind.EndOfData:
                control.OnEndOfData(channel, drain: element.Number != 0);
                break;
            default:
                control.OnEndOfPartition(channel);
                break;
        }
    }
}
