namespace SavepointCli.Engine.Tasks.Channels;

/// <summary>What travels on a channel. Only records take up its capacity; all keep their order.</summary>
internal enum ElementKind : byte
{
    /// <summary>A value of the stream.</summary>
    Record,

    /// <summary>No record with this timestamp or an earlier one follows.</summary>
    Watermark,

    /// <summary>The channel has nothing to say about event time for a while, or again has.</summary>
    WatermarkStatus,

    /// <summary>A checkpoint barrier.</summary>
    Barrier,

    /// <summary>The producer gave a checkpoint up.</summary>
    CancelMarker,

    /// <summary>No records follow; barriers still may.</summary>
    EndOfData,

    /// <summary>Nothing follows.</summary>
    EndOfPartition,
}
