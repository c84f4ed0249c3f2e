using SavepointCli.Format.Java;

namespace SavepointCli.Format.Coordinators;

/// <summary>How far a <c>KafkaSource</c> has read a partition.</summary>
/// <param name="Topic">Name of the topic.</param>
/// <param name="Partition">Number of the partition.</param>
/// <param name="StartingOffset">Next offset to read; -1 latest, -2 earliest, -3 committed.</param>
/// <param name="StoppingOffset">Offset to stop before; <see cref="NoStop"/> if none.</param>
public sealed record KafkaPartitionSplit(string Topic, int Partition, long StartingOffset, long StoppingOffset)
{
    /// <summary>Version of the split serializer.</summary>
    public const int Version = 0;

    /// <summary>The partition has no end.</summary>
    public const long NoStop = long.MinValue;

    /// <summary>Reads one split.</summary>
    public static KafkaPartitionSplit Read(ref JavaDataReader reader) =>
        new(ModifiedUtf8.Read(ref reader), reader.ReadInt32(), reader.ReadInt64(), reader.ReadInt64());

    /// <summary>Writes one split.</summary>
    public void Write(JavaDataWriter writer)
    {
        ModifiedUtf8.Write(writer, Topic);
        writer.WriteInt32(Partition);
        writer.WriteInt64(StartingOffset);
        writer.WriteInt64(StoppingOffset);
    }
}
