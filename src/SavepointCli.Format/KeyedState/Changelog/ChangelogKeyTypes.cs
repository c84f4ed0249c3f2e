using System.Collections.Immutable;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Basic;
using SavepointCli.Format.Serializers.Composite;

namespace SavepointCli.Format.KeyedState.Changelog;

/// <summary>
/// Types to try for keys where nothing says what they are: a changelog describes namespaces and values only. Bytes alone can't tell Int
/// from Float, Long from Double or Date, Short from Char, so the more usual type comes first.
/// </summary>
public static class ChangelogKeyTypes
{
    private static readonly ImmutableArray<TypeSerializer> PartsOfTuples =
        [BasicSerializers.Int, BasicSerializers.Long, BasicSerializers.String, BasicSerializers.Short, BasicSerializers.Byte, BasicSerializers.Boolean];

    /// <summary>The types in the order in which to try them.</summary>
    public static ImmutableArray<TypeSerializer> Candidates { get; } =
    [
        BasicSerializers.Int, BasicSerializers.Long, BasicSerializers.String, BasicSerializers.Short, BasicSerializers.Byte,
        BasicSerializers.Float, BasicSerializers.Double, BasicSerializers.Char, BasicSerializers.Boolean, BasicSerializers.BigInt,
        BasicSerializers.BigDec, BasicSerializers.LocalDate, BasicSerializers.LocalDateTime, BasicSerializers.LocalTime,
        BasicSerializers.Instant, BasicSerializers.Date, BasicSerializers.SqlTimestamp,
        .. Tuples(2),
        .. Tuples(3),
    ];

    private static IEnumerable<TypeSerializer> Tuples(int size)
    {
        IEnumerable<ImmutableArray<TypeSerializer>> fields = [[]];
        for (var i = 0; i < size; i++)
        {
            fields = fields.SelectMany(front => PartsOfTuples.Select(front.Add));
        }

        return fields.Select(chosen => TupleSerializer.Of(chosen));
    }
}
