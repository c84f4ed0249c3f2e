using SavepointCli.Streaming.Functions;

namespace SavepointCli.Streaming.Sinks;

/// <summary>Takes elements and does nothing with them. Mirrors <c>DiscardingSink</c>.</summary>
public sealed class DiscardingSink<T> : SinkFunction<T>
{
    /// <inheritdoc/>
    public override void Invoke(T value, long? timestamp)
    {
    }
}
