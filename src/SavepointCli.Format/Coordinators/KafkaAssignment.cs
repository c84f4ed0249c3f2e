using System.Collections.Immutable;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Coordinators;

/// <summary>The splits of one reader of a <c>KafkaSource</c>.</summary>
/// <param name="Subtask">Index of the reader.</param>
/// <param name="Splits">Its splits.</param>
public sealed record KafkaAssignment(int Subtask, ImmutableArray<KafkaPartitionSplit> Splits)
{
    /// <summary>Reads one reader's splits.</summary>
    public static KafkaAssignment Read(ref JavaDataReader reader)
    {
        var subtask = reader.ReadInt32();
        var splits = ImmutableArray.CreateBuilder<KafkaPartitionSplit>(reader.ReadCount("Kafka splits", sizeof(int)));
        while (splits.Count < splits.Capacity)
        {
            var split = reader.ReadFrame(reader.ReadInt32());
            splits.Add(KafkaPartitionSplit.Read(ref split));
        }

        return new KafkaAssignment(subtask, splits.MoveToImmutable());
    }

    /// <summary>Writes one reader's splits.</summary>
    public void Write(JavaDataWriter writer)
    {
        writer.WriteInt32(Subtask);
        writer.WriteInt32(Splits.Length);
        var bytes = new JavaDataWriter();
        foreach (var split in Splits)
        {
            bytes.Clear();
            split.Write(bytes);
            writer.WriteInt32(bytes.Length);
            writer.WriteBytes(bytes.WrittenSpan);
        }
    }
}
