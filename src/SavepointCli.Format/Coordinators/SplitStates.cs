using System.Collections.Immutable;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Coordinators;

/// <summary>
/// Splits that we can read. A snapshot does not say which source wrote one, so it is taken for the first kind that its bytes fit exactly.
/// </summary>
public static class SplitStates
{
    private static readonly ImmutableArray<Kind> Kinds =
    [
        new(NumberSequenceSplit.Version, static (ref reader) => NumberSequenceSplit.Read(ref reader)),
        new(FileSourceSplit.Version, static (ref reader) => FileSourceSplit.Read(ref reader)),
        new(KafkaPartitionSplit.Version, static (ref reader) => KafkaPartitionSplit.Read(ref reader)),
    ];

    private delegate object Parser(ref JavaDataReader reader);

    /// <summary>The split in the form of its source, or null if no known source wrote it.</summary>
    public static object? TryRead(VersionedBytes split)
    {
        foreach (var kind in Kinds)
        {
            if (kind.Version == split.Version && TryRead(kind.Read, split.Bytes.Span) is { } state)
            {
                return state;
            }
        }

        return null;
    }

    private static object? TryRead(Parser parse, ReadOnlySpan<byte> bytes)
    {
        try
        {
            var reader = new JavaDataReader(bytes);
            var split = parse(ref reader);
            return reader.Remaining == 0 ? split : null;
        }
        catch (SavepointFormatException)
        {
            return null;
        }
    }

    private sealed record Kind(int Version, Parser Read);
}
