using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Basic;

/// <summary>
/// <c>java.sql.Timestamp</c>: milliseconds since 1970-01-01T00:00:00Z, then the nanoseconds of the second, which hold the milliseconds
/// once more.
/// </summary>
public sealed class SqlTimestampSerializer : SimpleSerializer<Instant?>
{
    internal SqlTimestampSerializer(string className, string typeName)
        : base(className, typeName, sizeof(long) + sizeof(int))
    {
    }

    /// <inheritdoc/>
    public override Instant? Read(ref JavaDataReader reader)
    {
        var millis = reader.ReadInt64();
        var nanos = reader.ReadInt32();
        if (millis == EpochMillisSerializer.Null)
        {
            return null;
        }

        var timestamp = Instant.OfEpochMilli(millis) with { Nano = nanos };
        return timestamp.IsValid ? timestamp : throw reader.Fault($"impossible nanoseconds of a timestamp: {nanos}");
    }

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, Instant? value)
    {
        writer.WriteInt64(value?.ToEpochMilli() ?? EpochMillisSerializer.Null);
        writer.WriteInt32(value?.Nano ?? 0);
    }

    private protected override int? HashOf(Instant? value) => value is { } timestamp ? JavaHash.OfDate(timestamp.ToEpochMilli()) : 0;
}
