namespace SavepointCli.Streaming.Functions;

/// <summary>Takes the records that a function emits.</summary>
public interface ICollector<in T>
{
    /// <summary>Emits one record, with the timestamp of the element or timer that is being processed.</summary>
    void Collect(T record);
}
