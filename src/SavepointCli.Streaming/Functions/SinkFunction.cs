namespace SavepointCli.Streaming.Functions;

/// <summary>Takes the elements out of the job.</summary>
public abstract class SinkFunction<T> : RichFunction
{
    /// <summary>Takes one element.</summary>
    /// <param name="value">The element.</param>
    /// <param name="timestamp">Its timestamp in milliseconds since 1970 UTC; null if it has none.</param>
    public abstract void Invoke(T value, long? timestamp);

    /// <summary>Called when no more elements will come: the job is drained or the input has ended.</summary>
    public virtual void Finish()
    {
    }
}
