namespace SavepointCli.Engine.Tasks.Outputs;

/// <summary>One channel after the other, from a random one on, so that producers do not all begin with the first.</summary>
internal sealed class RoundRobinSelector<T>(int channels) : IChannelSelector<T>
{
    private int _next = Random.Shared.Next(channels);

    /// <inheritdoc/>
    public int Select(T value)
    {
        _next = _next + 1 == channels ? 0 : _next + 1;
        return _next;
    }
}
