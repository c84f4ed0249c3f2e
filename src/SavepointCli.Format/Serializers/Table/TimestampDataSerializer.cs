using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Table;

/// <summary>
/// A timestamp of the Table runtime: milliseconds since the epoch, and the nanoseconds of the millisecond where the precision asks for
/// them.
/// </summary>
public sealed class TimestampDataSerializer : TypeSerializer<LocalDateTime>
{
    private const int MaxCompactPrecision = 3;
    private const int MaxNanoOfMilli = 999_999;
    private readonly TimestampDataSerializerSnapshot _snapshot;

    internal TimestampDataSerializer(TimestampDataSerializerSnapshot snapshot) => _snapshot = snapshot;

    /// <inheritdoc/>
    public override int FixedLength => IsCompact ? sizeof(long) : sizeof(long) + sizeof(int);

    /// <inheritdoc/>
    public override SerializerSnapshot Snapshot => _snapshot;

    private bool IsCompact => _snapshot.Precision <= MaxCompactPrecision;

    /// <inheritdoc/>
    public override LocalDateTime Read(ref JavaDataReader reader)
    {
        var millis = reader.ReadInt64();
        var nanoOfMilli = IsCompact ? 0 : reader.ReadInt32();
        return nanoOfMilli is >= 0 and <= MaxNanoOfMilli
            ? LocalDateTime.OfEpochMilli(millis, nanoOfMilli)
            : throw reader.Fault($"impossible nanoseconds of a millisecond: {nanoOfMilli}");
    }

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, LocalDateTime value)
    {
        writer.WriteInt64(value.ToEpochMilli());
        if (!IsCompact)
        {
            writer.WriteInt32(value.NanoOfMilli);
        }
    }

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader) => reader.Skip(FixedLength);
}
