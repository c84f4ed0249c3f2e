using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Basic;

/// <summary><c>java.time.LocalDate</c>: four bytes of year, one of month, one of day; smallest numbers for null.</summary>
public sealed class LocalDateSerializer : SimpleSerializer<LocalDate?>
{
    internal const int Length = sizeof(int) + 2;
    private const int NullYear = int.MinValue;
    private static readonly LocalDate Null = new(NullYear, sbyte.MinValue, 0);

    internal LocalDateSerializer(string className, string typeName)
        : base(className, typeName, Length)
    {
    }

    /// <inheritdoc/>
    public override LocalDate? Read(ref JavaDataReader reader) => ReadDate(ref reader);

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, LocalDate? value) => WriteDate(writer, value);

    internal static LocalDate? ReadDate(ref JavaDataReader reader)
    {
        var date = new LocalDate(reader.ReadInt32(), reader.ReadSByte(), reader.ReadSByte());
        return date == Null ? null
            : date.IsValid ? date
            : throw reader.Fault($"impossible date: year {date.Year}, month {date.Month}, day {date.Day}");
    }

    internal static void WriteDate(JavaDataWriter writer, LocalDate? value)
    {
        var stored = value ?? Null;
        writer.WriteInt32(stored.Year);
        writer.WriteSByte((sbyte)stored.Month);
        writer.WriteSByte((sbyte)stored.Day);
    }

    private protected override int? HashOf(LocalDate? value) => value is { } date ? HashOf(date) : 0;

    internal static int HashOf(LocalDate date) => JavaHash.OfLocalDate(date.Year, date.Month, date.Day);
}
