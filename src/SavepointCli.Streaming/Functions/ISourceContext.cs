namespace SavepointCli.Streaming.Functions;

/// <summary>Where a <see cref="SourceFunction{T}"/> emits to.</summary>
public interface ISourceContext<in T>
{
    /// <summary>Held while a record is emitted together with the change of state that goes with it.</summary>
    object CheckpointLock { get; }

    /// <summary>Emits a record without timestamp.</summary>
    void Collect(T record);

    /// <summary>Emits a record with its timestamp in milliseconds since 1970 UTC.</summary>
    void CollectWithTimestamp(T record, long timestamp);

    /// <summary>Says that no record with this timestamp or an earlier one will follow.</summary>
    void EmitWatermark(long timestamp);
}
