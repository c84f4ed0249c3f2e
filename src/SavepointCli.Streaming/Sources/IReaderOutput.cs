namespace SavepointCli.Streaming.Sources;

/// <summary>Where a reader emits to.</summary>
public interface IReaderOutput<in T>
{
    /// <summary>Emits a record without timestamp of its own.</summary>
    void Collect(T record);

    /// <summary>Emits a record with the timestamp that the source knows, in milliseconds since 1970 UTC.</summary>
    void Collect(T record, long timestamp);
}
