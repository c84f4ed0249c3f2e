using SavepointCli.Format.Java;

namespace SavepointCli.Format.Coordinators;

/// <summary>Part of a <c>NumberSequenceSource</c>; its reader state says by <paramref name="From"/> what comes next.</summary>
/// <param name="SplitId">Id of the split.</param>
/// <param name="From">Next number to emit.</param>
/// <param name="To">Last number.</param>
public sealed record NumberSequenceSplit(string SplitId, long From, long To)
{
    /// <summary>Version of the split serializer.</summary>
    public const int Version = 1;

    internal const int SmallestLength = sizeof(ushort) + (2 * sizeof(long));

    /// <summary>Reads one split.</summary>
    public static NumberSequenceSplit Read(ref JavaDataReader reader) =>
        new(ModifiedUtf8.Read(ref reader), reader.ReadInt64(), reader.ReadInt64());

    /// <summary>Writes one split.</summary>
    public void Write(JavaDataWriter writer)
    {
        ModifiedUtf8.Write(writer, SplitId);
        writer.WriteInt64(From);
        writer.WriteInt64(To);
    }
}
