using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Basic;

/// <summary>
/// <c>java.time.LocalTime</c>: a byte each of hour, minute and second, four bytes of nanoseconds; smallest numbers for null.
/// </summary>
public sealed class LocalTimeSerializer : SimpleSerializer<LocalTime?>
{
    internal const int Length = 3 + sizeof(int);
    private static readonly LocalTime Null = new(sbyte.MinValue, sbyte.MinValue, 0, int.MinValue);

    internal LocalTimeSerializer(string className, string typeName)
        : base(className, typeName, Length)
    {
    }

    /// <inheritdoc/>
    public override LocalTime? Read(ref JavaDataReader reader) => ReadTime(ref reader);

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, LocalTime? value) => WriteTime(writer, value);

    internal static LocalTime? ReadTime(ref JavaDataReader reader)
    {
        var time = new LocalTime(reader.ReadSByte(), reader.ReadSByte(), reader.ReadSByte(), reader.ReadInt32());
        return time == Null ? null
            : time.IsValid ? time
            : throw reader.Fault($"impossible time: {time.Hour} h {time.Minute} min {time.Second} s {time.Nano} ns");
    }

    internal static void WriteTime(JavaDataWriter writer, LocalTime? value)
    {
        var stored = value ?? Null;
        writer.WriteSByte((sbyte)stored.Hour);
        writer.WriteSByte((sbyte)stored.Minute);
        writer.WriteSByte((sbyte)stored.Second);
        writer.WriteInt32(stored.Nano);
    }

    private protected override int? HashOf(LocalTime? value) => value is { } time ? HashOf(time) : 0;

    internal static int HashOf(LocalTime time) => JavaHash.OfLocalTime(
        ((time.Hour * 60L + time.Minute) * 60 + time.Second) * LocalTime.NanosPerSecond + time.Nano);
}
