namespace SavepointCli.Engine.Tasks.Outputs;

/// <summary>Any channel.</summary>
internal sealed class RandomSelector<T>(int channels) : IChannelSelector<T>
{
    private readonly Random _random = new();

    /// <inheritdoc/>
    public int Select(T value) => _random.Next(channels);
}
