using SavepointCli.Streaming.Functions;

namespace SavepointCli.Streaming.Operators;

/// <summary>Gives every record that a function emits the timestamp of what is being processed. Mirrors <c>TimestampedCollector</c>.</summary>
internal sealed class TimestampedCollector<T>(IOutput<T> output) : ICollector<T>
{
    /// <summary>Timestamp of the element or timer being processed.</summary>
    public long? Timestamp { get; set; }

    public void Collect(T record) => output.Collect(new StreamRecord<T>(record, Timestamp));
}
