using System.Collections.Immutable;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Coordinators;

/// <summary>Enumerator of a <c>KafkaSource</c>, version 0: which reader has which splits.</summary>
/// <param name="SplitVersion">Version of the split serializer.</param>
/// <param name="Readers">Splits by the subtask that reads them.</param>
public sealed record KafkaAssignments(int SplitVersion, ImmutableArray<KafkaAssignment> Readers)
{
    /// <summary>Version of the enumerator serializer.</summary>
    public const int Version = 0;

    private const int SmallestReader = 2 * sizeof(int);

    /// <summary>Reads the enumerator's bytes.</summary>
    public static KafkaAssignments Read(ref JavaDataReader reader)
    {
        var readers = ImmutableArray.CreateBuilder<KafkaAssignment>(reader.ReadCount("Kafka readers"));
        var splitVersion = reader.ReadInt32();
        if (splitVersion != KafkaPartitionSplit.Version || (long)readers.Capacity * SmallestReader > reader.Remaining)
        {
            throw reader.Fault($"version {splitVersion} of Kafka splits for {readers.Capacity} readers", ExitCode.Unsupported);
        }

        while (readers.Count < readers.Capacity)
        {
            readers.Add(KafkaAssignment.Read(ref reader));
        }

        return new KafkaAssignments(splitVersion, readers.MoveToImmutable());
    }

    /// <summary>Writes the enumerator's bytes.</summary>
    public void Write(JavaDataWriter writer)
    {
        writer.WriteInt32(Readers.Length);
        writer.WriteInt32(SplitVersion);
        foreach (var assignment in Readers)
        {
            assignment.Write(writer);
        }
    }
}
