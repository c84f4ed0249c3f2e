using System.Collections.Immutable;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Coordinators;

/// <summary>Enumerator of a <c>KafkaSource</c>, versions 1 and 2.</summary>
/// <param name="Version">1 knows assigned partitions only.</param>
/// <param name="Partitions">The partitions.</param>
/// <param name="InitialDiscoveryFinished">Whether the topics were looked through once; true in version 1.</param>
public sealed record KafkaEnumerator(int Version, ImmutableArray<KafkaPartition> Partitions, bool InitialDiscoveryFinished)
{
    private const int VersionWithStatus = 2;
    private const int SmallestPartition = sizeof(ushort) + sizeof(int);

    /// <summary>Reads the enumerator's bytes.</summary>
    public static KafkaEnumerator Read(ref JavaDataReader reader, int version)
    {
        var hasStatus = version >= VersionWithStatus;
        var partitions = ImmutableArray.CreateBuilder<KafkaPartition>(reader.ReadCount("Kafka partitions", SmallestPartition));
        while (partitions.Count < partitions.Capacity)
        {
            partitions.Add(new KafkaPartition(ModifiedUtf8.Read(ref reader), reader.ReadInt32(), hasStatus ? reader.ReadInt32() : 0));
        }

        return new KafkaEnumerator(version, partitions.MoveToImmutable(), !hasStatus || reader.ReadBoolean());
    }

    /// <summary>Writes the enumerator's bytes.</summary>
    public void Write(JavaDataWriter writer)
    {
        var hasStatus = Version >= VersionWithStatus;
        writer.WriteInt32(Partitions.Length);
        foreach (var partition in Partitions)
        {
            ModifiedUtf8.Write(writer, partition.Topic);
            writer.WriteInt32(partition.Partition);
            if (hasStatus)
            {
                writer.WriteInt32(partition.Status);
            }
        }

        if (hasStatus)
        {
            writer.WriteBoolean(InitialDiscoveryFinished);
        }
    }
}
