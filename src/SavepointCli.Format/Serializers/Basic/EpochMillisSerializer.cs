using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Basic;

/// <summary>
/// <c>java.util.Date</c>, <c>java.sql.Date</c> and <c>java.sql.Time</c>: milliseconds since 1970-01-01T00:00:00Z, the smallest number
/// for null.
/// </summary>
public sealed class EpochMillisSerializer : SimpleSerializer<Instant?>
{
    internal const long Null = long.MinValue;

    internal EpochMillisSerializer(string className, string typeName)
        : base(className, typeName, sizeof(long))
    {
    }

    /// <inheritdoc/>
    public override Instant? Read(ref JavaDataReader reader) =>
        reader.ReadInt64() is var millis && millis == Null ? null : Instant.OfEpochMilli(millis);

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, Instant? value) => writer.WriteInt64(value?.ToEpochMilli() ?? Null);

    private protected override int? HashOf(Instant? value) => value is { } date ? JavaHash.OfDate(date.ToEpochMilli()) : 0;
}
