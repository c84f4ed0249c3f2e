using System.Collections.Immutable;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Coordinators;

/// <summary>
/// Enumerator states that we can read. A snapshot does not say which source wrote one, so it is taken for the first kind that its
/// bytes fit exactly.
/// </summary>
public static class EnumeratorStates
{
    private static readonly ImmutableArray<Kind> Kinds =
    [
        new(FileSourceEnumerator.Version, static (ref reader) => FileSourceEnumerator.Read(ref reader)),
        new(NumberSequenceEnumerator.Version, static (ref reader) => NumberSequenceEnumerator.Read(ref reader)),
        new(1, static (ref reader) => KafkaEnumerator.Read(ref reader, 1)),
        new(2, static (ref reader) => KafkaEnumerator.Read(ref reader, 2)),
        new(KafkaAssignments.Version, static (ref reader) => KafkaAssignments.Read(ref reader)),
    ];

    private delegate object Parser(ref JavaDataReader reader);

    /// <summary>The state in the form of its source, or null if no known source wrote it.</summary>
    public static object? TryRead(VersionedBytes enumerator)
    {
        foreach (var kind in Kinds)
        {
            if (kind.Version == enumerator.Version && TryRead(kind.Read, enumerator.Bytes.Span) is { } state)
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
            var state = parse(ref reader);
            return reader.Remaining == 0 ? state : null;
        }
        catch (SavepointFormatException)
        {
            return null;
        }
    }

    private sealed record Kind(int Version, Parser Read);
}
