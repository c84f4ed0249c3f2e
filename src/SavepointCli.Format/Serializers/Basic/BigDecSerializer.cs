using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Basic;

/// <summary>
/// <c>BigDecimal</c>: the unscaled value as a <see cref="BigIntSerializer">BigInteger</see>, then the scale unless it is null.
/// </summary>
public sealed class BigDecSerializer : SimpleSerializer<BigDecimal?>
{
    internal BigDecSerializer(string className, string typeName)
        : base(className, typeName, VariableLength)
    {
    }

    /// <inheritdoc/>
    public override BigDecimal? Read(ref JavaDataReader reader) =>
        BigIntSerializer.ReadNumber(ref reader) is { } unscaled ? new BigDecimal(unscaled, reader.ReadInt32()) : null;

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, BigDecimal? value)
    {
        BigIntSerializer.WriteNumber(writer, value?.Unscaled);
        if (value is { } number)
        {
            writer.WriteInt32(number.Scale);
        }
    }

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader)
    {
        if (BigIntSerializer.SkipNumber(ref reader))
        {
            reader.Skip(sizeof(int));
        }
    }

    private protected override int? HashOf(BigDecimal? value) => value is { } number ? JavaHash.OfDecimal(number.Unscaled.Value, number.Scale) : 0;
}
