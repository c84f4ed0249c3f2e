using System.Collections.Immutable;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Coordinators;

/// <summary>Enumerator of a <c>NumberSequenceSource</c>: the splits that no reader has.</summary>
/// <param name="Unassigned">The splits.</param>
public sealed record NumberSequenceEnumerator(ImmutableArray<NumberSequenceSplit> Unassigned)
{
    /// <summary>Version of the enumerator serializer.</summary>
    public const int Version = 1;

    /// <summary>Reads the enumerator's bytes.</summary>
    public static NumberSequenceEnumerator Read(ref JavaDataReader reader)
    {
        var splits = ImmutableArray.CreateBuilder<NumberSequenceSplit>(
            reader.ReadCount("number sequence splits", NumberSequenceSplit.SmallestLength));
        while (splits.Count < splits.Capacity)
        {
            splits.Add(NumberSequenceSplit.Read(ref reader));
        }

        return new NumberSequenceEnumerator(splits.MoveToImmutable());
    }

    /// <summary>Writes the enumerator's bytes.</summary>
    public void Write(JavaDataWriter writer)
    {
        writer.WriteInt32(Unassigned.Length);
        foreach (var split in Unassigned)
        {
            split.Write(writer);
        }
    }
}
