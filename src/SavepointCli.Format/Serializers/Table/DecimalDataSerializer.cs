using System.Numerics;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Table;

/// <summary>
/// A decimal of the Table runtime: the digits in eight bytes if they always fit, else a length and the bytes. The scale is that of the
/// snapshot.
/// </summary>
public sealed class DecimalDataSerializer : TypeSerializer<BigDecimal>
{
    private const int MaxCompactPrecision = 18;
    private readonly DecimalDataSerializerSnapshot _snapshot;

    internal DecimalDataSerializer(DecimalDataSerializerSnapshot snapshot) => _snapshot = snapshot;

    /// <inheritdoc/>
    public override int FixedLength => VariableLength;

    /// <inheritdoc/>
    public override SerializerSnapshot Snapshot => _snapshot;

    private bool IsCompact => _snapshot.Precision <= MaxCompactPrecision;

    /// <inheritdoc/>
    public override BigDecimal Read(ref JavaDataReader reader)
    {
        if (IsCompact)
        {
            return new BigDecimal(new BigInteger(reader.ReadInt64()), _snapshot.Scale);
        }

        var unscaled = reader.ReadBytes(reader.ReadInt32());
        return unscaled.IsEmpty
            ? throw reader.Fault("decimal without digits")
            : new BigDecimal(new BigInteger(unscaled, isUnsigned: false, isBigEndian: true), _snapshot.Scale);
    }

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, BigDecimal value)
    {
        var unscaled = value.Unscaled.Value;
        if (IsCompact)
        {
            writer.WriteInt64((long)unscaled);
            return;
        }

        var length = unscaled.GetByteCount();
        writer.WriteInt32(length);
        unscaled.TryWriteBytes(writer.Reserve(length), out _, isUnsigned: false, isBigEndian: true);
    }

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader) => reader.Skip(IsCompact ? sizeof(long) : reader.ReadInt32());
}
