using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Basic;

/// <summary><c>java.time.Instant</c>: seconds since 1970-01-01T00:00:00Z, then nanoseconds; both smallest numbers for null.</summary>
public sealed class InstantSerializer : SimpleSerializer<Instant?>
{
    private static readonly Instant Null = new(long.MinValue, int.MinValue);

    internal InstantSerializer(string className, string typeName)
        : base(className, typeName, sizeof(long) + sizeof(int))
    {
    }

    /// <inheritdoc/>
    public override Instant? Read(ref JavaDataReader reader)
    {
        var instant = new Instant(reader.ReadInt64(), reader.ReadInt32());
        return instant == Null ? null
            : instant.IsValid ? instant
            : throw reader.Fault($"impossible instant: {instant.EpochSecond} s {instant.Nano} ns");
    }

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, Instant? value)
    {
        var stored = value ?? Null;
        writer.WriteInt64(stored.EpochSecond);
        writer.WriteInt32(stored.Nano);
    }

    private protected override int? HashOf(Instant? value) => value is { } instant ? JavaHash.OfInstant(instant.EpochSecond, instant.Nano) : 0;
}
