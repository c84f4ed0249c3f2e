namespace SavepointCli.Format.Serializers;

/// <summary>Which Kryo wrote values. Snapshots of both look the same; only the Flink release tells them apart.</summary>
public enum KryoVersion
{
    /// <summary>Not known: what the two encode differently stays opaque.</summary>
    Unknown,

    /// <summary>Kryo 2.24, of Flink 1.x.</summary>
    Kryo2,

    /// <summary>Kryo 5, of Flink 2.x.</summary>
    Kryo5,
}
