using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Basic;

/// <summary><c>java.time.LocalDateTime</c>: date, then time; null is both nulls.</summary>
public sealed class LocalDateTimeSerializer : SimpleSerializer<LocalDateTime?>
{
    internal LocalDateTimeSerializer(string className, string typeName)
        : base(className, typeName, LocalDateSerializer.Length + LocalTimeSerializer.Length)
    {
    }

    /// <inheritdoc/>
    public override LocalDateTime? Read(ref JavaDataReader reader) =>
        (LocalDateSerializer.ReadDate(ref reader), LocalTimeSerializer.ReadTime(ref reader)) switch
        {
            (null, null) => null,
            ({ } date, { } time) => new LocalDateTime(date, time),
            _ => throw reader.Fault("date without time, or time without date"),
        };

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, LocalDateTime? value)
    {
        LocalDateSerializer.WriteDate(writer, value?.Date);
        LocalTimeSerializer.WriteTime(writer, value?.Time);
    }

    private protected override int? HashOf(LocalDateTime? value) => value is { } both
        ? JavaHash.OfLocalDateTime(LocalDateSerializer.HashOf(both.Date), LocalTimeSerializer.HashOf(both.Time))
        : 0;
}
